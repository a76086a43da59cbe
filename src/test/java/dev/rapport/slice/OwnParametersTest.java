package dev.rapport.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnParametersTest {
    @Test
    void readsWhatIsGivenOnceAndBlanksAsNothing() {
        Map<String, List<String>> given =
                Map.of("sort", List.of("", " name "), "page", List.of("12"), "q", List.of(" "));
        assertThat(OwnParameters.single(given, "sort")).contains("name");
        assertThat(OwnParameters.single(given, "q")).isEmpty();
        assertThat(OwnParameters.single(given, "dir")).isEmpty();
        assertThat(OwnParameters.number(given, "page", 20)).contains(12);
        assertThat(OwnParameters.number(given, "step", 20)).isEmpty();
    }

    @Test
    void doesNotGuessWhichOfTwoIsMeant() {
        assertThatThrownBy(() -> OwnParameters.single(Map.of("sort", List.of("name", "value")), "sort"))
                .isInstanceOfSatisfying(
                        BadSliceException.class, e -> assertThat(e.parameter()).isEqualTo("sort"))
                .hasMessage("sort: MORE_THAN_ONCE []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "-1", "1.5", "abc", "99999999999"})
    void refusesWhatIsNoSuchNumber(String page) {
        assertThatThrownBy(() -> OwnParameters.number(Map.of("page", List.of(page)), "page", 20))
                .isInstanceOfSatisfying(
                        BadSliceException.class, e -> assertThat(e.parameter()).isEqualTo("page"))
                .hasMessage("page: NOT_A_NUMBER [20]");
    }
}
