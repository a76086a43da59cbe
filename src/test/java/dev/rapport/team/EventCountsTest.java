package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.EventCounts.Kind;
import dev.rapport.team.EventCounts.Told;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCountsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Kind MARIA = new Kind("maria", "GET /settings", 403);

    private final EventCounts counts = new EventCounts();

    @Test
    void theFirstIsToldAtOnceAndTheOthersOnceAMinute() {
        assertThat(counts.count(MARIA, "GET /settings", NOON)).contains(new Told(MARIA, 1, 0, "GET /settings"));
        for (int i = 0; i < 500; i++) {
            assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(59)))
                    .isEmpty();
        }
        assertThat(counts.due(NOON.plusSeconds(59))).isEmpty();
        assertThat(counts.due(NOON.plusSeconds(60))).containsExactly(new Told(MARIA, 500, 0, "GET /settings"));
        assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(61))).isEmpty();
        assertThat(counts.count(MARIA, "GET /settings", NOON.plusSeconds(120)))
                .contains(new Told(MARIA, 2, 0, "GET /settings"));
    }

    @Test
    void othersAreToldApart() {
        Kind samir = new Kind("samir", "GET /settings", 403);
        Kind elsewhere = new Kind("maria", "GET /targets", 403);

        counts.count(MARIA, "", NOON);

        assertThat(counts.count(samir, "", NOON)).isPresent();
        assertThat(counts.count(elsewhere, "", NOON)).isPresent();
    }

    @Test
    void aFloodOfNewOnesIsCountedTogether() {
        for (int i = 0; i < EventCounts.MOST; i++) {
            counts.count(new Kind("nobody at " + i, "", 401), "GET /" + i, NOON);
        }
        int told = 0;
        for (int i = 0; i < 5_000; i++) {
            told += counts.count(new Kind("nobody at x" + i, "", 401), "GET /x", NOON)
                    .map(Told::count)
                    .orElse(0);
        }
        assertThat(told).isEqualTo(1);
        assertThat(counts.due(NOON.plusSeconds(60)))
                .containsExactly(new Told(new Kind("several", "", 0), 4_999, 0, "GET /x"));
    }

    @Test
    void whoIsRefusedNothingAnyMoreIsForgotten() {
        for (int i = 0; i < EventCounts.MOST; i++) {
            counts.count(new Kind("nobody at " + i, "", 401), "", NOON);
        }
        counts.due(NOON.plusSeconds(60));

        assertThat(counts.count(MARIA, "", NOON.plusSeconds(60)).orElseThrow().kind())
                .isEqualTo(MARIA);
    }

    @Test
    void rowsAreAddedUp() {
        Kind file = new Kind("maria", "/customers/list.csv", 200);

        assertThat(counts.count(file, "", 120, NOON)).contains(new Told(file, 1, 120, ""));
        counts.count(file, "", 30, NOON.plusSeconds(1));
        counts.count(file, "", 5_000_000_000L, NOON.plusSeconds(2));

        assertThat(counts.due(NOON.plusSeconds(60))).containsExactly(new Told(file, 2, 5_000_000_030L, ""));
        assertThat(counts.count(file, "", 7, NOON.plusSeconds(120))).contains(new Told(file, 1, 7, ""));
    }
}
