package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of e-mail campaigns: with a number of messages delivered, with one of messages opened, with both. */
class MailFiguresImportTest {
    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void aNewsletterOpenedBy200AndClickedBy50Has25PerCent() {
        user.bring("opened.csv", """
                Campaign,Channel,Day,Spend,Impressions,Clicks
                newsletter,email,2026-10-05,0,200,50
                """);

        assertThat(user.october("ctr", 2)).isEqualTo("25.00");
        assertThat(user.october("opens", 0)).isEqualTo("200");
        assertThat(user.october("open_rate", 2)).isEqualTo("no data");
        assertThat(notes()).contains("ctr_by_opens").doesNotContain("ctr_by_delivered");
    }

    @Test
    void clicksAreDividedByMessagesDeliveredWhereTheseAreKnown() {
        user.bring("delivered.csv", """
                Campaign,Channel,Day,Spend,Delivered,Opens,Clicks
                newsletter,email,2026-10-05,0,1000,200,50
                """);

        assertThat(user.october("ctr", 2)).isEqualTo("5.00");
        assertThat(user.october("open_rate", 2)).isEqualTo("20.00");
        assertThat(notes()).contains("ctr_by_delivered").doesNotContain("ctr_by_opens");
    }

    @Test
    void aBannerIsDividedByImpressions() {
        user.bring("banner.csv", """
                Campaign,Channel,Day,Spend,Impressions,Clicks
                banner,display,2026-10-05,10,1000,100
                """);

        assertThat(user.october("ctr", 2)).isEqualTo("10.00");
        assertThat(user.october("opens", 0)).isEqualTo("0");
        assertThat(notes()).doesNotContain("ctr_by_opens", "ctr_by_delivered");
    }

    /** By what clicks were divided, as the panel says it. */
    private List<String> notes() {
        return user.data
                .metrics
                .ask("ctr", user.data.slice("from=2026-10-01&to=2026-10-31"), Grouping.TOTAL)
                .notes();
    }
}
