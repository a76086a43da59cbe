package dev.rapport.voice;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.ReportingTime;
import dev.rapport.fact.AgentName;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Dimension;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says in SQL what answers to surveys are told apart by: their score and topic, the product or feature that they are about,
 * and what the ticket says that they are an answer to. All over a row {@code fact} of {@code survey_answer}.
 */
final class AnswerParts {
    /**
     * A survey tool calls a ticket by its number in the helpdesk: where several sources have one of that number, it is the one of
     * the answer's own source, or the newest.
     */
    private static final String OF_TICKET = """
            (select %s from response as said
             join ticket on ticket.current and plain_key(ticket.key) = said.ticket
             where said.id = fact.id
             order by ticket.source_id = said.source_id desc, ticket.created_at desc, ticket.id desc limit 1)""";

    /** A feature of the settings is known by its name and by its key; anything else is called as the answer does. */
    private static final String FEATURE = """
            (select coalesce(
                 (select feature.key from feature
                  where lower(said.feature) in (lower(feature.name), feature.key) order by feature.key limit 1),
                 said.feature)
             from response as said where said.id = fact.id)""";

    private static final Map<Dimension, String> TEXTS = new EnumMap<>(Map.of(
            Dimension.SCORE,
            "fact.score::text",
            Dimension.TOPIC,
            "fact.topic",
            Dimension.FEATURE,
            FEATURE,
            Dimension.ISSUE_TYPE,
            OF_TICKET.formatted("ticket.issue_type"),
            Dimension.AGENT,
            OF_TICKET.formatted(AgentName.shown("ticket.assignee")),
            Dimension.TEAM,
            OF_TICKET.formatted("ticket.team"),
            Dimension.PRIORITY,
            OF_TICKET.formatted("ticket.priority"),
            Dimension.WEEKDAY_HOUR,
            OF_TICKET.formatted("to_char(" + ReportingTime.clock("ticket.created_at") + ", 'ID-HH24')")));

    private AnswerParts() {}

    static MeasureSource apart(MeasureSource answers) {
        MeasureSource apart = answers;
        for (Map.Entry<Dimension, String> part : TEXTS.entrySet()) {
            apart = apart.apart(part.getKey(), part.getValue());
        }
        return apart;
    }

    /**
     * Narrows rows to surveys of one scale, that with the most answers ever, as the metrics of plain scores do: their Javadoc says
     * why.
     */
    static void ofOneScale(RowQuery.Builder query, String kind) {
        query.add("""
                and fact.survey_id in (
                    select id from survey
                    where kind = ? and (scale_min, scale_max, lower_is_better) = (
                        select scale_min, scale_max, lower_is_better
                        from survey left join cell_total_month as cell on cell.measure = ? and cell.item = survey.id
                        where survey.kind = ? group by 1, 2, 3
                        order by coalesce(sum(cell.value), 0) desc,
                            format('min=%s, max=%s, lower=%s', scale_min, scale_max, lower_is_better) collate "C" desc
                        limit 1))
                """, kind, Measure.ANSWERS.id(), kind);
    }

    /** Narrows rows to the values that are asked for. */
    static void narrow(RowQuery.Builder query, SliceFilter condition) {
        TEXTS.forEach((dimension, text) -> condition.part(query, dimension, text));
    }
}
