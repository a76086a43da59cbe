package dev.rapport.voice;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.ReportingTime;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What surveys add. A response without a score, or with one outside of its survey's scale, has nothing to score, but somebody
 * responded: the response rate counts it. What a score means
 * is said once, in the view {@code survey_answer}: the survey's own mapping ({@code score_classes}) or the standard rule of
 * its kind: promoters 9 and 10, passives 7 and 8, detractors up to 6; satisfied the top two of the scale (the better one of
 * two), at the low end where lower is better.
 */
@Singleton
public class VoiceContribution implements FactSource {
    private static final String INVITATIONS = """
            select invitation.survey_id as item, invitation.at, invitation.channel_id, visitor.person_id
            from span
            join invitation on invitation.current
                and invitation.at >= span.from_at and invitation.at < span.to_at
            left join visitor on visitor.id = invitation.visitor_id
            """;

    private static final String ANSWERS = """
            select answer.survey_id as item, answer.at, answer.channel_id, answer.survey_id, answer.score, answer.kind,
                   answer.person_id, answer.score_class
            from span
            join survey_answer as answer on answer.at >= span.from_at and answer.at < span.to_at
            """;

    private static final String RESPONSES = """
            select response.survey_id as item, response.at, response.channel_id, visitor.person_id
            from span
            join response on response.current and response.at >= span.from_at and response.at < span.to_at
                and response.survey_id in (select survey_id from invited_survey)
            left join visitor on visitor.id = response.visitor_id
            """;

    private static final String SCORES = """
            select survey_id * 1024 + score as item, at, channel_id, person_id, score
            from (%s) as answer where score between 0 and 1023
            """.formatted(ANSWERS);

    private static final List<MeasureSource> DEEDS = List.of(
            MeasureSource.of(INVITATIONS, Measure.INVITATIONS, "1"),
            MeasureSource.of(ANSWERS, Measure.ANSWERS, "1")
                    .and(Measure.NPS_PROMOTERS, "(kind = 'nps' and score_class = 'promoter')::int")
                    .and(Measure.NPS_PASSIVES, "(kind = 'nps' and score_class = 'passive')::int")
                    .and(Measure.NPS_DETRACTORS, "(kind = 'nps' and score_class = 'detractor')::int")
                    .and(Measure.CSAT_ANSWERS, "(kind = 'csat' and score_class in ('good', 'bad'))::int")
                    .and(Measure.CSAT_SATISFIED, "(kind = 'csat' and score_class = 'good')::int")
                    .and(Measure.CES_ANSWERS, "(kind = 'ces')::int")
                    .and(Measure.CES_SUM, "case when kind = 'ces' then score end")
                    .and(Measure.CES_SQUARES, "case when kind = 'ces' then score * score end"),
            MeasureSource.of(RESPONSES, Measure.INVITED_ANSWERS, "1"),
            MeasureSource.of(SCORES, Measure.SCORES, "1").apart(Dimension.SCORE, "fact.score::text"));

    @Override
    public String family() {
        return "voice";
    }

    @Override
    public RebuildPhase basis() {
        return RebuildPhase.CUSTOMERS;
    }

    @Override
    public String sql() {
        return MeasureSource.rows(DEEDS);
    }

    @Override
    public List<MeasureSource> deeds() {
        return DEEDS;
    }

    /** When a survey gets its first invitation, or loses its last, all its answers come into the response rate, or leave it. */
    @Override
    public SortedSet<LocalDate> settle(Connection connection, SortedSet<LocalDate> dirty) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        with asked as (select distinct survey_id from invitation where current),
                        won as (
                            insert into invited_survey select survey_id from asked
                            on conflict do nothing returning survey_id),
                        lost as (
                            delete from invited_survey where survey_id not in (select survey_id from asked)
                            returning survey_id)
                        select distinct """ + ReportingTime.day("response.at") + """
                        from settings, response
                        where response.current
                          and response.survey_id in (select survey_id from won union all select survey_id from lost)
                        """)) {
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
        }
        return days;
    }
}
