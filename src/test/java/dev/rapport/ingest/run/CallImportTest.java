package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telephone calls as a telephone system exports them, brought in by what is suggested. */
class CallImportTest {
    private static final String CALLS = """
            Call ID,Customer ID,Started At,Answered At,Ended At,Agent
            C1,4711,2026-10-05 14:00:00,2026-10-05 14:00:20,2026-10-05 14:09:00,Ann
            C2,4712,2026-10-05 15:00:00,,2026-10-05 15:01:00,
            C3,4711,2026-10-06 09:00:00,2026-10-06 08:59:00,2026-10-06 08:00:00,Ann
            C4,4713,2026-10-06 10:00:00,2026-10-06 10:00:05,2026-10-06 10:04:00,Bo
            """;

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void aCallWithoutAnAnswerWasMissed() {
        var report = user.bring("calls.csv", CALLS);

        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        // of C3, answered before it began, only when is not known
        assertThat(user.october("call_answer_rate", 2)).isEqualTo("75.00");
        assertThat(user.value("call_answer_rate", "from=2026-10-05&to=2026-10-05", 2))
                .isEqualTo("50.00");
    }

    @Test
    void theSameFileAgainBringsNothing() {
        user.bring("calls.csv", CALLS);

        assertThat(user.bring("calls.csv", CALLS).counts()).isEqualTo("4 read, 0 stored, 4 known, 0 rejected");
        assertThat(user.october("call_answer_rate", 2)).isEqualTo("75.00");
    }
}
