package dev.rapport.voice;

import dev.rapport.db.SqlFile;
import dev.rapport.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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

    private static final String AFTER = SqlFile.of("voice/after_low_scores");

    private final Jdbi jdbi;

    LowScoreQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By the id of any version of the response. */
    Optional<LowScore> find(long id) {
        return SurveyAnswer.ofVersion(id).map(this::withAfter);
    }

    private LowScore withAfter(SurveyAnswer answer) {
        Optional<Person> person = Optional.ofNullable(answer.person);
        return new LowScore(
                answer.id,
                answer.key,
                answer.at,
                answer.survey.name,
                answer.survey.question,
                answer.score,
                answer.survey.scaleMin,
                answer.survey.scaleMax,
                answer.scoreClass,
                answer.comment,
                answer.topic,
                answer.channel.name,
                person.map(Person::shown).orElse(""),
                person.map(each -> each.name).orElse(null),
                person.map(each -> each.email).orElse(null),
                jdbi.withHandle(handle -> after(handle, answer.key)));
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
