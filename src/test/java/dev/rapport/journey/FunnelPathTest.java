package dev.rapport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Steps are numbered from 0; a fact is its moment and the steps that it can take. */
class FunnelPathTest {
    private final FunnelPath funnelPath = new FunnelPath(3, 10);

    @Test
    void stepsAreTakenInTheirOrder() {
        facts(1, 0b001, 2, 0b100, 3, 0b010, 4, 0b100);
        assertThat(funnelPath.path(0)).containsExactly(0, 2, 3);
    }

    @Test
    void noFactTakesTwoSteps() {
        facts(1, 0b001, 2, 0b110);
        assertThat(funnelPath.path(0)).containsExactly(0, 1);
        funnelPath.clear();
        facts(1, 0b001, 2, 0b110, 2, 0b110);
        assertThat(funnelPath.path(0)).containsExactly(0, 1, 2);
    }

    @Test
    void allStepsLieInTheWindowOfTheFirst() {
        facts(1, 0b001, 6, 0b010, 11, 0b100);
        assertThat(funnelPath.path(0)).as("ten later is in time").hasSize(3);
        funnelPath.clear();
        facts(1, 0b001, 6, 0b010, 12, 0b100);
        assertThat(funnelPath.path(0)).hasSize(2);
    }

    @Test
    void whatHappenedBeforeTheEntryTakesNoStep() {
        facts(1, 0b010, 2, 0b100, 3, 0b001);
        assertThat(funnelPath.path(2)).containsExactly(2);
    }

    @Test
    void moreFactsThanWereThoughtOf() {
        int[] many = new int[200];
        for (int i = 0; i < 100; i++) {
            many[2 * i] = i / 50;
            many[2 * i + 1] = i == 0 ? 0b001 : i == 98 ? 0b010 : i == 99 ? 0b100 : 0;
        }
        facts(many);
        assertThat(funnelPath.path(0)).containsExactly(0, 98, 99);
    }

    private void facts(int... momentsAndMasks) {
        for (int i = 0; i < momentsAndMasks.length; i += 2) {
            funnelPath.add(momentsAndMasks[i], momentsAndMasks[i + 1]);
        }
        funnelPath.finish();
    }
}
