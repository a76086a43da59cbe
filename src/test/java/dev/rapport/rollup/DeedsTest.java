package dev.rapport.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Measure;
import dev.rapport.slice.Part;
import org.junit.jupiter.api.Test;

class DeedsTest {
    /** Else a rebuild that was killed would not know in the next process that what it made is still good. */
    @Test
    void looksTheSameInWhateverOrderItsPartsWereSaid() {
        Deeds deeds = Deeds.of("select 1", Measure.PAGE_SESSIONS, "1");
        Deeds there = deeds;
        Deeds back = deeds;
        for (int i = 0; i < Part.values().length; i++) {
            there = there.apart(Part.values()[i], "a");
            back = back.apart(Part.values()[Part.values().length - 1 - i], "a");
        }

        assertThat(Part.values().length).isGreaterThan(1);
        assertThat(there).hasToString(back.toString());
        assertThat(there.parts().keySet()).containsExactly(Part.values());
    }
}
