package dev.rapport.cube.build;

import dev.rapport.db.Transactions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the times in which people are customers, where only customers' use of the product is counted. Subscriptions and
 * orders of one day decide what is counted on many others: the days of whoever became a customer, or is none any more, at a
 * time when they used the product are marked.
 */
public final class CustomerTimes {
    /** Of all that decides who is a customer. */
    private static final String VERSION = """
            (select coalesce(string_agg(area || '=' || changes, ' ' order by area), '')
             from (select area, sum(changes) as changes from data_version
                   where area in ('facts', 'revenue', 'dimensions') group by area) as by_area)""";

    /** Selects whether they may be others than those that are kept. */
    static final String DUE = """
            (select product_customers_only and customers_seen is distinct from
            """ + VERSION + " from settings, rollup_state)";

    private static final String CHANGES = """
            create temp table customer_change on commit drop as
            with fresh as materialized (select distinct person_id, started_at, ended_at from customer_span)
            select now.*, true as came from (select * from fresh except select * from customer_time) as now
            union all
            select before.*, false from (select * from customer_time except select * from fresh) as before
            """;

    private static final String SESSIONS = """
            select session.started_at
            from customer_change as change
            join session on session.person_id = change.person_id
                and session.started_at > change.started_at and session.started_at <= change.ended_at
            """;

    private static final String APPLY = """
            delete from customer_time as kept using customer_change as change
            where not change.came and kept.person_id = change.person_id and kept.started_at = change.started_at
              and kept.ended_at = change.ended_at;
            insert into customer_time select person_id, started_at, ended_at from customer_change where came;
            drop table customer_change
            """;

    private CustomerTimes() {}

    /**
     * Is true of a session or visit whose person was a customer when it began, or where that does not matter.
     *
     * @param person SQL of whose it is
     * @param at SQL of when
     */
    public static String condition(String person, String at) {
        return """
                ((select not product_customers_only from settings) or exists (
                    select from customer_time
                    where customer_time.person_id = %1$s and customer_time.started_at < %2$s
                      and customer_time.ended_at >= %2$s))
                """.formatted(person, at);
    }

    /** Brings them up to date; answers whether days have been marked by it. */
    static boolean settle(Handle handle) {
        if (!handle.select("select " + DUE).mapTo(boolean.class).one()) {
            return false;
        }
        AtomicBoolean changed = new AtomicBoolean();
        Transactions.inOneView(handle, () -> {
            handle.execute(CHANGES);
            changed.set(handle.select("select exists (select from customer_change)")
                    .mapTo(boolean.class)
                    .one());
            DirtyDays.mark(handle, "behaviour", SESSIONS);
            handle.execute(APPLY);
            handle.execute("update rollup_state set customers_seen = " + VERSION);
        });
        return changed.get();
    }
}
