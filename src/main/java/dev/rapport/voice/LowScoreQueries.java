package dev.rapport.voice;

import dev.rapport.db.SqlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads one low score with all that one should know before calling the customer. It does so in the transaction of the
 * caller, which may be writing.
 */
@ApplicationScoped
class LowScoreQueries {
    /** More than anybody reads before calling. */
    private static final int MOST = 50;

    private static final String ANSWER = """
            select answer.id, answer.key, answer.at, answer.survey_name, survey.question, answer.score, survey.scale_min,
                   survey.scale_max, answer.score_class, answer.comment, answer.topic, channel.name as channel,
                   coalesce(person.external_id, 'visitor ' || answer.person_id, '') as person, person.name, person.email
            from survey_answer as answer
            join survey on survey.id = answer.survey_id
            join channel on channel.id = answer.channel_id
            left join person on person.id = answer.person_id
            where answer.key = (select key from response where id = ?)
            """;

    private static final String AFTER = SqlFile.of("voice/after_low_scores");

    private final Jdbi jdbi;

    LowScoreQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By the id of any version of the response. */
    Optional<LowScore> find(long id) {
        return jdbi.withHandle(handle -> handle.select(ANSWER, id)
                .map((row, context) -> answer(handle, row))
                .findFirst());
    }

    private static LowScore answer(Handle handle, ResultSet row) throws SQLException {
        return new LowScore(
                row.getLong("id"),
                row.getString("key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("survey_name"),
                row.getString("question"),
                row.getInt("score"),
                row.getInt("scale_min"),
                row.getInt("scale_max"),
                row.getString("score_class"),
                row.getString("comment"),
                row.getString("topic"),
                row.getString("channel"),
                row.getString("person"),
                row.getString("name"),
                row.getString("email"),
                after(handle, row.getString("key")));
    }

    private static List<LowScore.Event> after(Handle handle, String key) {
        return handle.select(AFTER, key, MOST)
                .map((row, context) -> new LowScore.Event(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("text"),
                        Optional.ofNullable(row.getBigDecimal("amount"))
                                .map(BigDecimal::toPlainString)
                                .orElse(""),
                        Optional.ofNullable(row.getString("score")).orElse("")))
                .list();
    }
}
