package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLengthsTest {
    @Test
    void aLineSaysAPageAndItsWords() {
        assertThat(PageLengths.read("/blog/a 476\n\n /b;1200 \n/c d, 3").words())
                .isEqualTo(Map.of("/blog/a", 476, "/b", 1200, "/c d", 3));
        assertThat(PageLengths.read("").words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a -3", "/a 0", "/a 1.5x", "12", "/a 9999999", "/a many"})
    void whatIsNoneIsNamed(String line) {
        assertThat(PageLengths.read("/good 100\n" + line).wrong()).contains(line);
        assertThat(PageLengths.read("/good 100\n" + line).words()).isEmpty();
    }

    @Test
    void newLengthsReplaceTheOld() {
        PageLengths lengths = new PageLengths(JdbiSetup.of(FreshDatabase.create()));
        lengths.replace(Map.of("/a", 1, "/b", 2));
        lengths.replace(Map.of("/c", 476, "/a", 7));
        assertThat(lengths.text()).isEqualTo("/a 7\n/c 476");
        lengths.replace(Map.of());
        assertThat(lengths.text()).isEmpty();
    }
}
