package dev.rapport.export;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;

/** Answers to surveys with what people wrote, and invitations. */
final class VoiceRows {
    private static final String PERSON = "coalesce(person.external_id, 'visitor ' || fact.person_id)";

    private VoiceRows() {}

    /** @param kind nps, csat or ces; only answers that count, each with what it counts as */
    static RowQuery answers(Slice slice, String kind) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, fact.survey_name as survey, %s as person, channel.name as channel, fact.score,
                       fact.score_class, fact.comment, fact.topic, fact.sentiment
                from survey_answer as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(PERSON));
        new RowCondition(slice).add(query, "fact.at", "fact.person_id");
        query.add("and fact.kind = ? and (fact.kind = 'ces' or fact.score_class is not null)", kind);
        survey(query, slice);
        return query.done(
                "at desc, person",
                RowColumn.AT,
                RowColumn.SURVEY,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.SCORE,
                RowColumn.SCORE_CLASS,
                RowColumn.COMMENT,
                RowColumn.TOPIC,
                RowColumn.SENTIMENT);
    }

    /** Both sides of the response rate: each invitation and each answer is a row. */
    static RowQuery responses(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, fact.kind, survey.name as survey, %s as person, channel.name as channel
                from (select 'invitation' as kind, at, channel_id, survey_id, visitor_id from invitation where current
                      union all
                      select 'answer', at, channel_id, survey_id, visitor_id from survey_answer as answer
                      where exists (select from invitation where current and invitation.survey_id = answer.survey_id)
                     ) as given
                left join visitor on visitor.id = given.visitor_id
                cross join lateral (select given.*, visitor.person_id) as fact
                join survey on survey.id = fact.survey_id
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(PERSON));
        new RowCondition(slice).add(query, "fact.at", "fact.person_id");
        slice.option(SliceOption.SURVEY).ifPresent(key -> query.add("and survey.key = ?", key));
        List<RowColumn> columns =
                List.of(RowColumn.AT, RowColumn.KIND, RowColumn.SURVEY, RowColumn.PERSON, RowColumn.CHANNEL);
        return query.done("at desc, person", columns.toArray(RowColumn[]::new));
    }

    private static void survey(RowQuery.Builder query, Slice slice) {
        slice.option(SliceOption.SURVEY).ifPresent(key -> query.add("and fact.survey_key = ?", key));
    }
}
