package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why people leave, as a billing tool and an exit survey export it, brought in by what is suggested. */
class ReasonImportTest {
    private static final String SUBSCRIPTIONS = """
            Subscription ID,Customer ID,Plan,MRR,Started At,Ended At,Cancellation Reason
            S1,4711,pro,30,2026-01-05 14:00:00,2026-10-05 14:00:00,Price
            S2,4712,pro,30,2026-01-05 14:00:00,2026-10-06 14:00:00,
            S3,4713,pro,30,2026-01-05 14:00:00,2026-10-07 14:00:00,
            S4,4714,pro,30,2026-01-05 14:00:00,,
            """;

    private static final String EXIT_SURVEY = """
            Exit Survey ID,Customer ID,Timestamp,Reason for leaving,Reason about,Feedback
            R1,4712,2026-10-06 15:00:00,Features,cancelled,No export
            R2,4713,2026-10-06 15:00:00,Shipping,cart abandonment,
            R4,4714,2026-08-06 15:00:00,Shipping,cart,
            R5,4714,2026-09-06 15:00:00,Shipping,cart,
            R6,4714,2026-10-06 15:00:00,Shipping,cart,
            """;

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void churnIsSplitByTheReasonsOfBothFiles() {
        assertThat(user.bring("subscriptions.csv", SUBSCRIPTIONS).counts())
                .isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(user.look(EXIT_SURVEY).mapping().target()).isEqualTo("reasons");
        var report = user.bring("exit-survey.csv", EXIT_SURVEY);
        assertThat(report.counts()).as(report.toString()).isEqualTo("5 read, 5 stored, 0 known, 0 rejected");

        assertThat(user.october("churn_rate", 2)).isEqualTo("75.00");
        assertThat(october("Price")).isEqualTo("25.00");
        assertThat(october("Features")).isEqualTo("25.00");
        // of an order, not of the subscription
        assertThat(october("Shipping")).isEqualTo("0.00");
    }

    private String october(String reason) {
        return user.value("churn_rate", "from=2026-10-01&to=2026-10-31&reason=" + reason, 2);
    }
}
