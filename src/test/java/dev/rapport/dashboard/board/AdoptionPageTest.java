package dev.rapport.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.PlainPages;
import dev.rapport.metric.Adoption;
import dev.rapport.testsupport.PlainTemplates;
import dev.rapport.words.Audience;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionPageTest {
    @Test
    void eachWeekReadsAsItsAudienceWritesIt() {
        assertThat(written(PlainPages.BERLIN))
                .contains("6 Jul 2026", "1,500 ÷ 6,000")
                .doesNotContain("NOT_FOUND");
        assertThat(written(PlainPages.NEW_YORK)).contains("Jul 6, 2026", "1,500 ÷ 6,000");
    }

    @Test
    void theHighestWeekOfAFeatureIsTheWholeBar() {
        AdoptionPage page = AdoptionPage.of(List.of(adoption()), PlainPages.context(PlainPages.BERLIN));
        assertThat(page.features().get(0).weeks())
                .extracting(AdoptionPage.Week::bar)
                .containsExactly(50, 100);
    }

    private static String written(Audience audience) {
        return new PlainTemplates(audience)
                .fragment(
                        "dashboard/adoption",
                        "table",
                        AdoptionPage.of(List.of(adoption()), PlainPages.context(audience)));
    }

    private static Adoption adoption() {
        LocalDate released = LocalDate.parse("2026-07-06");
        return new Adoption(
                "export",
                "Export",
                released,
                List.of(
                        new Adoption.Week(released, 700, 750, 6000),
                        new Adoption.Week(released.plusWeeks(1), 800, 1500, 6000)));
    }
}
