package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Dimension;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Of the line for deliveries one of two was answered; what names neither team nor issue is a part of its own. */
    @Test
    void callsAreToldApartByTeamAndIssue() {
        var report = user.bring("calls.csv", """
                Call ID,Customer ID,Started At,Answered At,Queue,Call Reason
                C1,4711,2026-10-05 14:00:00,2026-10-05 14:00:20,Second line,Delivery
                C2,4712,2026-10-05 15:00:00,,second line,delivery
                C3,4711,2026-10-06 09:00:00,2026-10-06 09:00:05,First line,Billing
                C4,4713,2026-10-06 10:00:00,,,
                """);
        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(parts(Dimension.TEAM)).isEqualTo(Map.of("Second line", 50L, "First line", 100L, "", 0L));
        assertThat(parts(Dimension.ISSUE_TYPE)).isEqualTo(Map.of("Delivery", 50L, "Billing", 100L, "", 0L));
        assertThat(user.value("call_answer_rate", "from=2026-10-01&to=2026-10-31&team=SECOND line", 0))
                .isEqualTo("50");
    }

    private Map<String, Long> parts(Dimension dimension) {
        return user
                .data
                .metrics
                .ask("call_answer_rate", user.data.slice("from=2026-10-01&to=2026-10-31"), Grouping.parts(dimension))
                .rows()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.key().part().orElseThrow(),
                        row -> row.figure().value().orElseThrow().longValue()));
    }
}
