package dev.rapport.voice;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.SqlFile;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Selects answers to surveys with what people wrote, and invitations. */
@Singleton
public final class VoiceRows implements RowSource {
    private static final RowColumn[] ANSWER = {
        RowColumn.AT,
        RowColumn.SURVEY,
        RowColumn.PERSON,
        RowColumn.CHANNEL,
        RowColumn.SCORE,
        RowColumn.SCORE_CLASS,
        RowColumn.COMMENT,
        RowColumn.TOPIC,
        RowColumn.SENTIMENT
    };

    /** What of its survey an answer needs to be brought in again, and by what it is then known. */
    private static final RowColumn[] SURVEY = {
        RowColumn.KIND, RowColumn.SCALE_MIN, RowColumn.SCALE_MAX, RowColumn.DIRECTION, RowColumn.KEY
    };

    /** Kinds whose scores are used as they are; those of the others count as something. */
    private static final Set<String> PLAIN = Set.of("ces", "rating");

    private static final String LOW = """
            from survey_answer as fact
            join channel on channel.id = fact.channel_id
            left join person on person.id = fact.person_id
            left join follow_up as done on done.response_key = fact.key
            """;

    private static final String PROMOTERS = SqlFile.of("voice/promoters");

    private static final String FOLLOW_UPS = SqlFile.of("voice/follow_ups");

    @Override
    public Set<String> facts() {
        return Set.of("survey_answer", "low_score", "comment");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        Slice slice = asked.slice();
        if (asked.rows().fact().equals("low_score")) {
            return Optional.of(followUps(slice, FollowUpFilter.ALL));
        } else if (asked.rows().fact().equals("comment")) {
            return Optional.of(comments(slice, CommentFilter.ALL));
        }
        if (asked.rows().beside().isPresent()) {
            return Optional.of(responses(slice));
        }
        // A mean of ratings is of all scores; only what counts them can be narrowed to one.
        boolean byScore = asked.rows().by().equals("score");
        boolean mean = !byScore && asked.rows().only().equals("rating");
        return Optional.of(answers(
                mean ? slice.withOption(SliceOption.SCORE, Optional.empty()) : slice,
                asked.rows().only(),
                byScore));
    }

    /**
     * @param kind nps, csat, ces or rating
     * @param anyScore whether each score is counted, or only answers with one that counts as something
     */
    private static RowQuery answers(Slice slice, String kind, boolean anyScore) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, fact.survey_name as survey, %s as person, channel.name as channel, fact.score,
                       fact.score_class, fact.comment, fact.topic, fact.sentiment, said.ticket, said.feature, fact.kind,
                       survey.scale_min, survey.scale_max,
                       case when survey.lower_is_better then 'lower' else 'higher' end as direction,
                       plain_key(fact.key) as key
                from survey_answer as fact
                join survey on survey.id = fact.survey_id
                join response as said on said.id = fact.id
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        SliceFilter condition = new SliceFilter(slice);
        condition.add(query, "fact.at", "fact.person_id");
        query.add("and fact.kind = ?", kind);
        if (!anyScore && !PLAIN.contains(kind)) {
            query.add("and fact.score_class is not null");
        }
        if ((anyScore || PLAIN.contains(kind))
                && slice.option(SliceOption.SURVEY).isEmpty()) {
            AnswerParts.ofOneScale(query, kind);
        }
        AnswerParts.narrow(query, condition);
        survey(query, slice);
        return query.done(
                "at desc, person",
                Stream.of(ANSWER, new RowColumn[] {RowColumn.TICKET, RowColumn.FEATURE}, SURVEY)
                        .flatMap(Stream::of)
                        .toArray(RowColumn[]::new));
    }

    /** Both sides of the response rate: each invitation and each answer is a row. */
    private static RowQuery responses(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, fact.kind, survey.name as survey, %s as person, channel.name as channel
                from (select 'invitation' as kind, at, channel_id, survey_id, visitor_id from invitation where current
                      union all
                      select 'answer', at, channel_id, survey_id, visitor_id from response as answer
                      where current
                        and exists (select from invitation where current and invitation.survey_id = answer.survey_id)
                     ) as given
                left join visitor on visitor.id = given.visitor_id
                cross join lateral (select given.*, visitor.person_id) as fact
                join survey on survey.id = fact.survey_id
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        new SliceFilter(slice).add(query, "fact.at", "fact.person_id");
        slice.option(SliceOption.SURVEY).ifPresent(key -> query.add("and survey.key = ?", key));
        List<RowColumn> columns =
                List.of(RowColumn.AT, RowColumn.KIND, RowColumn.SURVEY, RowColumn.PERSON, RowColumn.CHANNEL);
        return query.done("at desc, person", columns.toArray(RowColumn[]::new));
    }

    /** Low scores with what has been done about them, and what became of the customer. */
    public static RowQuery followUps(Slice slice, FollowUpFilter filter) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(FOLLOW_UPS.formatted(RowQuery.PERSON) + LOW);
        low(slice, filter, query);
        return query.done(
                "at desc, id desc",
                RowColumn.ID,
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.SURVEY,
                RowColumn.SCORE,
                RowColumn.SCORE_CLASS,
                RowColumn.COMMENT,
                RowColumn.STATE,
                RowColumn.OWNER,
                RowColumn.CONTACTED_ON,
                RowColumn.OUTCOME,
                RowColumn.NOTE,
                RowColumn.ORDERS_AFTER,
                RowColumn.TICKETS_AFTER,
                RowColumn.LATER_SCORE,
                RowColumn.CHURNED);
    }

    /** How many there are in each state. */
    public static RowQuery followUpStates(Slice slice, FollowUpFilter filter) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("select coalesce(done.state, 'open') as state, count(*) as rows " + LOW);
        low(slice, filter, query);
        query.add("group by 1");
        return query.done("state", RowColumn.STATE, RowColumn.ROWS);
    }

    private static void low(Slice slice, FollowUpFilter filter, RowQuery.Builder query) {
        new SliceFilter(slice).add(query, "fact.at", "fact.person_id");
        query.add("and fact.is_low");
        survey(query, slice);
        filter.add(query);
    }

    /** Whose newest answer in the slice recommends us, and no later one takes it back: one row a customer. */
    public static RowQuery promoters(Slice slice, FollowUpFilter filter) {
        RowQuery.Builder query = new RowQuery.Builder();
        SliceFilter condition = new SliceFilter(slice);
        String survey = slice.option(SliceOption.SURVEY).orElse("");
        query.add(PROMOTERS.formatted(RowQuery.PERSON), condition.start(), condition.end(), survey, survey);
        condition.add(query, "fact.at", "fact.person_id");
        query.add("""
                and fact.score_class = 'promoter'
                and not exists (
                    select from survey_answer as later
                    where later.person_id = fact.person_id and later.kind = 'nps' and later.score_class <> 'promoter'
                      and later.at > fact.at)
                """);
        filter.add(query);
        return query.done(
                "at desc, id desc",
                RowColumn.ID,
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.SURVEY,
                RowColumn.SCORE,
                RowColumn.COMMENT,
                RowColumn.TOPIC,
                RowColumn.STATE,
                RowColumn.OWNER,
                RowColumn.OUTCOME,
                RowColumn.ORDERS,
                RowColumn.OPEN_TICKETS);
    }

    /** What people wrote in answer to any survey, with a score or without. */
    public static RowQuery comments(Slice slice, CommentFilter filter) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, survey.name as survey, coalesce(person.external_id, 'visitor ' || visitor.person_id) as person,
                       channel.name as channel, answer.score, answer.score_class, fact.comment, fact.topic, fact.sentiment,
                       survey.kind, survey.scale_min, survey.scale_max,
                       case when survey.lower_is_better then 'lower' else 'higher' end as direction,
                       plain_key(fact.key) as key
                from (select response.id, response.key, response.at, survey_id, channel_id, visitor_id, current, comment, topic, sentiment,
                             answer_place(survey.words, given, score) as score
                      from response join survey on survey.id = survey_id) as fact
                join survey on survey.id = fact.survey_id
                join channel on channel.id = fact.channel_id
                left join visitor on visitor.id = fact.visitor_id
                left join person on person.id = visitor.person_id
                left join survey_answer as answer on answer.id = fact.id
                """);
        SliceFilter condition = new SliceFilter(slice);
        condition.add(query, "fact.at", "visitor.person_id");
        query.add("and fact.current and fact.comment is not null and fact.comment <> ''");
        AnswerParts.narrow(query, condition);
        slice.option(SliceOption.SURVEY).ifPresent(key -> query.add("and survey.key = ?", key));
        filter.add(query);
        return query.done(
                "at desc, person", Stream.of(ANSWER, SURVEY).flatMap(Stream::of).toArray(RowColumn[]::new));
    }

    private static void survey(RowQuery.Builder query, Slice slice) {
        slice.option(SliceOption.SURVEY).ifPresent(key -> query.add("and fact.survey_key = ?", key));
    }
}
