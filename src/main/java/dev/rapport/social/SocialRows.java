package dev.rapport.social;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.ReportingTime;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Selects posts and mentions. */
@Singleton
final class SocialRows implements RowSource {
    private static final List<RowColumn> POST = List.of(
            RowColumn.AT,
            RowColumn.KEY,
            RowColumn.CHANNEL,
            RowColumn.NETWORK,
            RowColumn.TEXT,
            RowColumn.IMPRESSIONS,
            RowColumn.LIKES,
            RowColumn.SHARES,
            RowColumn.COMMENTS,
            RowColumn.SAVES,
            RowColumn.CLICKS);

    @Override
    public Set<String> facts() {
        return Set.of("post", "mention");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        Slice slice = asked.slice();
        if (asked.rows().fact().equals("mention")) {
            return Optional.of(mentions(slice, asked.rows().only()));
        }
        return Optional.of(asked.rows().beside().isPresent() ? engagement(slice) : posts(slice));
    }

    static RowQuery posts(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, plain_key(fact.key) as key, channel.name as channel, fact.network, fact.text, fact.impressions, fact.likes,
                       fact.shares, fact.comments, fact.saves, fact.clicks
                from post as fact
                join channel on channel.id = fact.channel_id
                """);
        new SliceFilter(slice).add(query, "fact.at", "null::int");
        query.add("and fact.current");
        withoutPersons(query, slice);
        return query.done("at desc, key", POST.toArray(RowColumn[]::new));
    }

    /** @param labelled the label without which a mention is not in the figure; empty for all mentions */
    private static RowQuery mentions(Slice slice, String labelled) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, plain_key(fact.key) as key, coalesce(person.external_id, 'visitor ' || visitor.person_id) as person,
                       channel.name as channel, fact.network, fact.brand, fact.topic, fact.text, fact.sentiment,
                       fact.frustrated, fact.technical, fact.article_helps, fact.needs_reply,
                       coalesce((select string_agg(distinct said.set_by, ', ' order by said.set_by)
                                 from mention_label as said
                                 where said.mention_key = fact.key and said.current and said.value is not null),
                                case when coalesce(fact.sentiment::int::text, fact.frustrated::text,
                                                   fact.technical::text, fact.article_helps::text,
                                                   fact.needs_reply::text) is not null then fact.labelled_by end)
                           as labelled_by
                from labelled_mention as fact
                join channel on channel.id = fact.channel_id
                left join visitor on visitor.id = fact.visitor_id
                left join person on person.id = visitor.person_id
                """);
        SliceFilter condition = new SliceFilter(slice);
        condition.add(query, "fact.at", "visitor.person_id");
        if (!labelled.isEmpty()) {
            query.add("and fact.%s is not null".formatted(labelled));
        }
        condition.part(query, Dimension.NETWORK, "fact.network");
        condition.part(query, Dimension.BRAND, "fact.brand");
        condition.part(query, Dimension.TOPIC, "fact.topic");
        condition.part(
                query,
                Dimension.SENTIMENT,
                "case fact.sentiment when 1 then 'positive' when 0 then 'neutral' when -1 then 'negative' end");
        condition.part(query, Dimension.WEEKDAY_HOUR, "to_char(" + ReportingTime.clock("fact.at") + ", 'ID-HH24')");
        return query.done(
                "at desc, key",
                RowColumn.AT,
                RowColumn.KEY,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.NETWORK,
                RowColumn.BRAND,
                RowColumn.TOPIC,
                RowColumn.TEXT,
                RowColumn.SENTIMENT,
                RowColumn.FRUSTRATED,
                RowColumn.TECHNICAL,
                RowColumn.ARTICLE_HELPS,
                RowColumn.NEEDS_REPLY,
                RowColumn.LABELLED_BY);
    }

    /** Posts with how people reacted to them, and mentions, each a reaction of its own. */
    private static RowQuery engagement(Slice slice) {
        RowQuery posts = posts(slice);
        // The figure knows networks only, and a post no topic.
        Slice asked = slice;
        for (Dimension dimension :
                List.of(Dimension.BRAND, Dimension.TOPIC, Dimension.SENTIMENT, Dimension.WEEKDAY_HOUR)) {
            asked = asked.withOption(dimension.option(), Optional.empty());
        }
        RowQuery mentions = mentions(asked, "");
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select 'post' as kind, at, key, channel, network, text, impressions, likes, shares, comments, saves, clicks
                from (%s) as posts
                union all
                """.formatted(posts.sql()), posts.values().toArray());
        query.add(
                "select 'mention', at, key, channel, network, text, null, null, null, null, null, null from (%s) as mentions where %s"
                        .formatted(mentions.sql(), slice.segments().isEverybody()),
                mentions.values().toArray());
        List<RowColumn> columns = new ArrayList<>(List.of(RowColumn.KIND));
        columns.addAll(POST);
        return query.done("at desc, key", columns.toArray(RowColumn[]::new));
    }

    private static void withoutPersons(RowQuery.Builder query, Slice slice) {
        if (!slice.segments().isEverybody()) {
            query.add("and false");
        }
        new SliceFilter(slice).part(query, Dimension.NETWORK, "fact.network");
    }
}
