package dev.rapport.voice;

import dev.rapport.db.QueryFailedException;
import dev.rapport.db.SqlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

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

    private final DataSource database;

    LowScoreQueries(DataSource database) {
        this.database = database;
    }

    /** By the id of any version of the response. */
    Optional<LowScore> find(long id) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(ANSWER)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(answer(connection, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private static LowScore answer(Connection connection, ResultSet row) throws SQLException {
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
                after(connection, row.getString("key")));
    }

    private static List<LowScore.Event> after(Connection connection, String key) throws SQLException {
        List<LowScore.Event> events = new ArrayList<>();
        try (var statement = connection.prepareStatement(AFTER)) {
            statement.setString(1, key);
            statement.setInt(2, MOST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new LowScore.Event(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("kind"),
                            row.getString("text"),
                            Optional.ofNullable(row.getBigDecimal("amount"))
                                    .map(BigDecimal::toPlainString)
                                    .orElse(""),
                            Optional.ofNullable(row.getString("score")).orElse("")));
                }
            }
        }
        return List.copyOf(events);
    }
}
