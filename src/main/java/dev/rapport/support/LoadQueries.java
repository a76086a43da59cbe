package dev.rapport.support;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.metric.TicketWait;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Builds the SQL of queries to facts by the source that brought a person: the first session ever. */
final class LoadQueries {
    /** Joined to facts; nothing where somebody never came, or nobody is known. */
    private static final String SOURCE = """
             left join lateral (
                select %s as name
                from person_first as first
                join session on session.person_id = first.person_id and session.started_at = first.at
                join channel on channel.id = first.channel_id
                left join traffic_source on traffic_source.id = session.source_id
                where first.kind = 1 and first.person_id = fact.person_id
                order by session.visitor_id limit 1) as source on true
            """;

    private LoadQueries() {}

    private static String source(SupportLoad.By by) {
        return SOURCE.formatted(
                switch (by) {
                    case CHANNEL -> "channel.name";
                    case CAMPAIGN -> "coalesce(traffic_source.utm_campaign, '')";
                });
    }

    /** Of a row with a column {@code source}. */
    static SupportLoad.Source source(ResultSet row) throws SQLException {
        String name = row.getString("source");
        if (name == null) {
            return new SupportLoad.Source(SupportLoad.Known.UNKNOWN, "");
        }
        return new SupportLoad.Source(name.isEmpty() ? SupportLoad.Known.NONE : SupportLoad.Known.NAMED, name);
    }

    /** A row for each ticket; how long in milliseconds, as the metric of first replies counts it. */
    static SliceSql tickets(Slice slice, SupportLoad.By by) {
        return new SliceSql(slice, slice.period(), Grouping.TOTAL)
                .add(("""
                        , fact as (
                            select bucket.no as bucket, ticket.channel_id, visitor.person_id,
                                   """ + ReportingTime.day("ticket.created_at") + """
                                   as day,
                                   floor(extract(epoch from ticket.created_at) * 1000)::bigint as created,
                                   case when ticket.first_response_at is not null then
                                       round(extract(epoch from ticket.first_response_at - ticket.created_at) * 1000)::bigint end as took,
                                   case when ticket.resolved then
                                       round(extract(epoch from ticket.resolved_at - ticket.created_at) * 1000)::bigint
                                   end as given_up,
                                   %s as known
                            from bucket
                            join ticket on ticket.current
                                and ticket.created_at >= bucket.from_at and ticket.created_at < bucket.to_at
                            left join visitor on visitor.id = ticket.visitor_id
                            where true
                        """)
                        .formatted(Tickets.known(TicketWait.For.FIRST_RESPONSE)))
                .andChannel("ticket.channel_id")
                .add(")\n")
                .select("source.name as source, fact.created, fact.took, fact.given_up, fact.known")
                .add(source(by));
    }

    /** Answers of satisfaction, and those that were satisfied. */
    static SliceSql answers(Slice slice, SupportLoad.By by) {
        return new SliceSql(slice, slice.period(), Grouping.TOTAL)
                .add("""
                        , fact as (
                            select bucket.no as bucket, answer.channel_id, answer.person_id,
                                   """ + ReportingTime.day("answer.at") + """
                                   as day, answer.score_class
                            from bucket
                            join survey_answer as answer on answer.at >= bucket.from_at and answer.at < bucket.to_at
                            where answer.kind = 'csat' and answer.score_class in ('good', 'bad')
                        """)
                .andChannel("answer.channel_id")
                .add(")\n")
                .select("source.name as source, count(*) as answers,"
                        + " count(*) filter (where fact.score_class = 'good') as satisfied")
                .add(source(by))
                .add(" group by 1, 2, 3, 4, source.name");
    }

    /** Who is a customer at the end of the period or now, by the rule of the settings, whatever the channel. */
    static SliceSql customers(Slice slice, SupportLoad.By by) {
        return new SliceSql(slice.withChannels(Set.of()), slice.period(), Grouping.TOTAL)
                .add("""
                        , moment as (select no, from_at, least(to_at, now()) as to_at, from_day, last_day from bucket),
                        fact as (
                            select moment.no as bucket, 0 as channel_id, span.person_id,
                                   case when bool_or(span.started_at < moment.from_at and span.ended_at >= moment.from_at)
                                        then moment.from_day else moment.last_day end as day
                            from moment join customer_span as span on span.started_at < moment.to_at and span.ended_at >= moment.from_at
                            group by moment.no, moment.from_day, moment.last_day, span.person_id
                            having bool_or(span.ended_at >= moment.to_at))
                        """)
                .select("source.name as source, count(*) as customers")
                .add(source(by))
                .add(" group by 1, 2, 3, 4, source.name");
    }

    /** What a ticket costs; empty while nobody has said. */
    static Optional<BigDecimal> price(Handle handle) {
        return handle.select("select cost_per_ticket from settings")
                .mapTo(BigDecimal.class)
                .findOne();
    }
}
