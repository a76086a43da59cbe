package dev.rapport.dashboard.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.EnglishWords;
import dev.rapport.dashboard.FigureText;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);

    @Test
    void saysWhyTheTotalIsLess() {
        assertThat(text("812", "600", "400", "34")).isEqualTo("1,034 by channel, 812 people, 222 in several");
    }

    @Test
    void saysNothingWhereTheyAddUp() {
        assertThat(text("812", "600", "212")).isEmpty();
        assertThat(text("0")).isEmpty();
    }

    private static String text(String all, String... parts) {
        return Overlap.text(
                new BigDecimal(all),
                List.of(parts).stream().map(BigDecimal::new).toList(),
                "channel",
                TEXT);
    }
}
