package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No text that a download holds is a formula, and every one comes back as it was. */
class FormulaGuardTest {
    private static final String SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    @Test
    void whatBeginsLikeAFormulaIsGuardedAndNothingElse() {
        for (char sign : SIGNS.toCharArray()) {
            assertThat(FormulaGuard.on(sign + "1")).isEqualTo("'" + sign + "1");
            assertThat(FormulaGuard.on("'" + sign + "1")).isEqualTo("''" + sign + "1");
        }
        for (String text : List.of("", "'", "''", "'tis", "a=1", " =1", "\u20131", "\"=1", "5")) {
            assertThat(FormulaGuard.on(text)).isEqualTo(text);
            assertThat(FormulaGuard.off(text)).isEqualTo(text);
        }
    }

    @Test
    void everyTextComesBackAndNoTwoAreWrittenAlike() {
        Random random = new Random(20261130);
        String letters = "''" + SIGNS + "a1\" ,;\u4f60";
        Set<String> texts = new HashSet<>();
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String guarded = FormulaGuard.on(text.toString());
            assertThat(FormulaGuard.off(guarded)).isEqualTo(text.toString());
            assertThat(guarded.isEmpty() || SIGNS.indexOf(guarded.charAt(0)) < 0)
                    .isTrue();
            texts.add(text.toString());
            written.add(guarded);
        }
        assertThat(written).hasSameSizeAs(texts);
    }
}
