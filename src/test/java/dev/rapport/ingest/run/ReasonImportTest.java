package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.web.NameKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    @Test
    void spellingsOfAReasonAreOneWhateverFileNamesThem() {
        user.bring("subscriptions.csv", SUBSCRIPTIONS.replace("Price", "Très cher"));
        int survey = user.bring("exit-survey.csv", EXIT_SURVEY.replace("Features", "  TRES   CHER!! "))
                .id();

        assertThat(october("très cher")).isEqualTo("50.00");
        assertThat(user.data.imports.text(
                        "select string_agg(distinct reason, '|') from said_reason where about = 'left'"))
                .isEqualTo("Très cher");

        user.data.imports.undo(survey);
        user.data.refresh();
        assertThat(october("tres cher.")).isEqualTo("25.00");
    }

    @Test
    void oneReasonCountsAsAnotherWhereThatIsSaidAndWhatCountsIsTakenBack() {
        user.bring("subscriptions.csv", SUBSCRIPTIONS);
        user.bring("exit-survey.csv", EXIT_SURVEY.replace("Features", "Too expensive"));
        assertThat(october("price")).isEqualTo("25.00");
        assertThat(october("Too expensive")).isEqualTo("25.00");

        merge("too expensive", "price");
        assertThat(october("Price")).isEqualTo("50.00");
        assertThat(october("Too expensive")).isEqualTo("0.00");
        assertThat(user.data.imports.text(
                        "select string_agg(distinct reason, '|') from said_reason where about = 'left'"))
                .as("in the spelling in which it is known")
                .isEqualTo("Price");
        // a file that comes later counts alike
        user.bring("late.csv", """
                Exit Survey ID,Customer ID,Timestamp,Reason for leaving,Reason about,Feedback
                R7,4713,2026-10-08 15:00:00,TOO EXPENSIVE.,cancelled,
                """);
        assertThat(october("Price")).isEqualTo("75.00");

        user.data.imports.change("delete from reason_meaning");
        assertThat(october("Price")).isEqualTo("25.00");
        assertThat(october("too expensive")).isEqualTo("50.00");
    }

    @Test
    void whatAPersonSaysGoesBeforeFilesAndOutlivesThem() {
        int survey = user.bring("exit-survey.csv", EXIT_SURVEY).id();
        int subscriptions = user.bring("subscriptions.csv", SUBSCRIPTIONS).id();
        user.data.imports.change("""
                insert into reason_stated (visitor_key, about, at, reason, set_by, set_at)
                values ('u:4711', 'left', '2026-10-20 23:59Z', 'Moved away', 'anna', now()),
                       ('u:4712', 'left', '2026-05-20 23:59Z', 'long before', 'anna', now())
                """);
        assertThat(october("Price")).isEqualTo("0.00");
        assertThat(october("Moved away")).isEqualTo("25.00");
        assertThat(october("Features")).as("said by a file, near enough").isEqualTo("25.00");

        user.data.imports.undo(subscriptions);
        user.data.imports.undo(survey);
        user.data.refresh();
        assertThat(user.data.imports.number("select count(*) from said_reason"))
                .as("of nobody who is known")
                .isZero();
        user.bring("again.csv", SUBSCRIPTIONS.replace("MRR", "Monthly Charges"));
        assertThat(october("Moved away")).isEqualTo("25.00");
    }

    @Test
    void tenThousandKindsOfReasonsAreAskedAboutAndCountedQuickly() {
        StringBuilder file =
                new StringBuilder("Subscription ID,Customer ID,Plan,MRR,Started At,Ended At,Cancellation Reason\n");
        for (int i = 0; i < 10_000; i++) {
            file.append("S%1$d,%1$d,pro,30,2026-01-05 14:00:00,2026-10-05 14:00:00,Because of thing number %1$d\n"
                    .formatted(i));
        }
        var asked = user.bring("subscriptions.csv", file.toString());
        assertThat(asked.message()).isEqualTo("QUESTIONS|MANY_REASONS:");
        assertThat(user.data.imports.number("select count(*) from subscription"))
                .as("nothing half-kept")
                .isZero();

        var report = user.bring("subscriptions.csv", file.toString(), Map.of("MANY_REASONS:", "yes"));
        assertThat(report.counts()).as(report.toString()).isEqualTo("10000 read, 10000 stored, 0 known, 0 rejected");
        merge("because of thing number 7", "Because of thing number 8");
        long begun = System.nanoTime();
        assertThat(october("BECAUSE OF THING NUMBER 8")).isEqualTo("0.02");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    private void merge(String said, String means) {
        user.data.imports.change(
                "insert into reason_meaning (said, said_key, means, means_key) values ('%s', '%s', '%s', '%s')"
                        .formatted(said, NameKey.loose(said), means, NameKey.loose(means)));
    }

    private String october(String reason) {
        return user.value("churn_rate", "from=2026-10-01&to=2026-10-31&reason=" + reason, 2);
    }
}
