package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.DenialCounts.Denial;
import dev.rapport.team.DenialCounts.Told;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenialCountsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Denial MARIA = new Denial("maria", "GET /settings", 403);

    private final DenialCounts counts = new DenialCounts();

    @Test
    void theFirstIsToldAtOnceAndTheOthersOnceAMinute() {
        assertThat(counts.count(MARIA, "GET /settings", NOON)).contains(new Told(MARIA, 1, "GET /settings"));
        for (int i = 0; i < 500; i++) {
            assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(59)))
                    .isEmpty();
        }
        assertThat(counts.due(NOON.plusSeconds(59))).isEmpty();
        assertThat(counts.due(NOON.plusSeconds(60))).containsExactly(new Told(MARIA, 500, "GET /settings"));
        assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(61))).isEmpty();
        assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(120)))
                .contains(new Told(MARIA, 2, "GET /settings"));
    }

    @Test
    void othersAreToldApart() {
        Denial samir = new Denial("samir", "GET /settings", 403);
        Denial elsewhere = new Denial("maria", "GET /targets", 403);

        counts.count(MARIA, "", NOON);

        assertThat(counts.count(samir, "", NOON)).isPresent();
        assertThat(counts.count(elsewhere, "", NOON)).isPresent();
    }

    @Test
    void aFloodOfNewOnesIsCountedTogether() {
        for (int i = 0; i < DenialCounts.MOST; i++) {
            counts.count(new Denial("nobody at " + i, "", 401), "GET /" + i, NOON);
        }
        int told = 0;
        for (int i = 0; i < 5_000; i++) {
            told += counts.count(new Denial("nobody at x" + i, "", 401), "GET /x", NOON)
                    .map(Told::count)
                    .orElse(0);
        }
        assertThat(told).isEqualTo(1);
        assertThat(counts.due(NOON.plusSeconds(60)))
                .containsExactly(new Told(new Denial("several", "", 0), 4_999, "GET /x"));
    }

    @Test
    void whoIsRefusedNothingAnyMoreIsForgotten() {
        for (int i = 0; i < DenialCounts.MOST; i++) {
            counts.count(new Denial("nobody at " + i, "", 401), "", NOON);
        }
        counts.due(NOON.plusSeconds(60));

        assertThat(counts.count(MARIA, "", NOON.plusSeconds(60)).orElseThrow().denial())
                .isEqualTo(MARIA);
    }
}
