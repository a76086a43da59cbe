package dev.rapport.dashboard.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.EnglishWords;
import dev.rapport.dashboard.FigureText;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionViewTest {
    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);

    @Test
    void putsTheSlicesOwnNumbersIntoTheFormula() {
        assertThat(here("csat", "80", 40, 50)).isEqualTo("40 ÷ 50 = 80.0%");
        assertThat(here("nps", "40", 200, 500)).isEqualTo("200 ÷ 500 = +40");
        assertThat(here("aov", "12.5", 50, 4)).isEqualTo("€50.00 ÷ 4 = €12.50");
        assertThat(here("pages_per_session", "2.5", 5, 2)).isEqualTo("5 ÷ 2 = 2.50");
    }

    @Test
    void doesNotDivideWhatIsNoQuotient() {
        assertThat(here("resolution_time", "190800", 543, 555)).isEqualTo("2 d 5 h");
        assertThat(here("page_views", "1300", 1300, 1)).isEqualTo("1,300");
    }

    @Test
    void saysNothingWithoutData() {
        assertThat(DefinitionView.here(Catalogue.find("csat").orElseThrow().definition(), Figure.noData(), TEXT))
                .isEmpty();
    }

    private static String here(String key, String value, long above, long below) {
        Figure figure = new Figure(
                Optional.of(new BigDecimal(value)),
                BigDecimal.valueOf(above),
                BigDecimal.valueOf(below),
                below,
                Optional.empty());
        return DefinitionView.here(Catalogue.find(key).orElseThrow().definition(), figure, TEXT);
    }
}
