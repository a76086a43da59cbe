package dev.rapport.slice;

import static dev.rapport.slice.Contexts.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-19, 2026-02-28, 2026-03-09",
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
        "2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "2026-01-01, 2026-12-31, 2025-01-01, 2025-12-31",
        "2026-03-02, 2026-03-08, 2026-02-23, 2026-03-01",
        "2026-02-01, 2026-02-28, 2026-01-01, 2026-01-31",
    })
    void theOneBeforeIsOfEqualLengthOrKind(String from, String last, String before, String lastBefore) {
        assertThat(Comparison.PREVIOUS.period(period(from, last), Optional.empty()))
                .contains(period(before, lastBefore));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-19, 2025-03-10, 2025-03-19",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
        "2024-02-28, 2024-02-28, 2023-02-28, 2023-02-28",
        "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
        "2025-02-15, 2025-02-28, 2024-02-15, 2024-02-28",
        "2024-03-01, 2024-03-31, 2023-03-01, 2023-03-31",
    })
    void lastYearIsTheSameDates(String from, String last, String before, String lastBefore) {
        assertThat(Comparison.LAST_YEAR.period(period(from, last), Optional.empty()))
                .contains(period(before, lastBefore));
    }

    @Test
    void noneIsNone() {
        assertThat(Comparison.NONE.period(period("2026-01-01", "2026-01-31"), Optional.empty()))
                .isEmpty();
    }
}
