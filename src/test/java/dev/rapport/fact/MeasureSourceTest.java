package dev.rapport.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import org.junit.jupiter.api.Test;

class MeasureSourceTest {
    /** Else a rebuild that was killed would not know in the next process that what it made is still good. */
    @Test
    void looksTheSameInWhateverOrderItsPartsWereSaid() {
        MeasureSource measureSource = MeasureSource.of("select 1", Measure.PAGE_SESSIONS, "1");
        MeasureSource there = measureSource;
        MeasureSource back = measureSource;
        for (int i = 0; i < Dimension.values().length; i++) {
            there = there.apart(Dimension.values()[i], "a");
            back = back.apart(Dimension.values()[Dimension.values().length - 1 - i], "a");
        }

        assertThat(Dimension.values().length).isGreaterThan(1);
        assertThat(there).hasToString(back.toString());
        assertThat(there.parts().keySet()).containsExactly(Dimension.values());
    }
}
