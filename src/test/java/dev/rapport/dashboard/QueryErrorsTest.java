package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.SliceFault;
import dev.rapport.words.TextFile;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryErrorsTest {
    @Test
    void everyFaultHasItsWordsAndNoneIsLeftOver() {
        assertThat(TextFile.in(Locale.ENGLISH, "parameters").keys())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(SliceFault.values()).map(SliceFault::key).toList());
    }

    @Test
    void saysTheParameterAndWhatIsWrongWithIt() {
        assertThat(text(new BadSliceException("sort", SliceFault.MORE_THAN_ONCE)))
                .isEqualTo("sort: is given more than once");
        assertThat(text(new BadSliceException("page", SliceFault.NOT_A_NUMBER, 20)))
                .isEqualTo("page: must be a number from 1 to 20");
        assertThat(text(new BadSliceException("channel", SliceFault.NO_VALUE, "fax")))
                .isEqualTo("channel: has no value “fax”");
        assertThat(text(new BadSliceException("grain", SliceFault.TOO_FINE, "hour", 12345)))
                .isEqualTo("grain: hour is too fine for a period of 12345 days");
        assertThat(text(new BadSliceException("zone", SliceFault.OTHER_ZONE, "Europe/Berlin", "UTC")))
                .isEqualTo("zone: must be the reporting zone Europe/Berlin, not “UTC”");
    }

    private static String text(BadSliceException e) {
        return QueryErrors.text(e, Locale.ENGLISH);
    }
}
