package dev.rapport.behaviour;

import dev.rapport.cube.build.CustomerTimes;

/**
 * Selects, in SQL, what counts as using the product: the marked events and page views and, once anything is marked, the
 * use of any feature; while nothing is, every visit. By choice only customers count. Cells, adoption and the rows behind
 * figures are all made of it.
 */
final class ProductUseSql {
    /** Selects the marked event names and pages, as {@link GoalHits#GOALS} does. */
    static final String MARKED = """
            select null::int as goal_id, null::int as feature_id, event_name.id as name_id, null::int as page_id,
                   null::int as source_id, null::int as channel_id
            from product_use join event_name on event_name.name = product_use.event_name
            union all
            select null, null, null, page.id, null, null
            from product_use join page on page_is_like(page, product_use.page_pattern)
            union all
            select null, null, event_name.id, null, null, null
            from feature join event_name on event_name.name = feature.event_name
            where exists (select from product_use)
            """;

    /** Is true of a session {@code fact} in which somebody counts as active. */
    static final String ACTIVE = """
            (not exists (select from product_use) or exists (
                select from visitor as whose join event as used on used.visitor_id = whose.id
                where whose.person_id = fact.person_id and used.at >= fact.started_at and used.at <= fact.ended_at
                  and (used.name_id = any(array(select name_id from (%1$s) as marked where name_id is not null))
                       or used.kind = 1
                          and used.page_id = any(array(
                              select page_id from (%1$s) as marked where page_id is not null)))))
            and %2$s
            """.formatted(MARKED, CustomerTimes.condition("fact.person_id", "fact.started_at"));

    private ProductUseSql() {}
}
