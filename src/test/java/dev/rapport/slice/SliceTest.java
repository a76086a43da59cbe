package dev.rapport.slice;

import static dev.rapport.slice.Contexts.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SliceTest {
    private final SliceContext context = Contexts.company();
    private final Slice slice = SliceReader.read(Map.of(), context);

    @Test
    void theGrainFollowsThePeriodUnlessItWasChosen() {
        assertThat(slice.withPreset(Preset.TODAY, context).grain()).isEqualTo(Grain.HOUR);
        assertThat(slice.withPreset(Preset.LAST_12_MONTHS, context).grain()).isEqualTo(Grain.MONTH);
        assertThat(slice.withGrain(Grain.WEEK)
                        .withPreset(Preset.LAST_12_MONTHS, context)
                        .grain())
                .isEqualTo(Grain.WEEK);
    }

    @Test
    void aChosenGrainThatWouldBeAbsurdIsGivenUp() {
        Slice hours = slice.withGrain(Grain.HOUR);

        assertThat(hours.withPeriod(period("2000-01-01", "2025-12-31")).grain()).isEqualTo(Grain.YEAR);
    }

    @Test
    void anotherPeriodForgetsTheNameOfTheOldOne() {
        assertThat(slice.withPeriod(period("2026-05-01", "2026-05-02")).preset())
                .isEmpty();
        assertThat(slice.withPreset(Preset.YESTERDAY, context).toQuery()).isEqualTo("period=yesterday");
    }

    @Test
    void anOptionCanBeSetAndTakenBack() {
        Slice sessions = slice.withOption(SliceOption.UNIT, Optional.of("sessions"));

        assertThat(sessions.toQuery()).isEqualTo("unit=sessions");
        assertThat(sessions.withOption(SliceOption.UNIT, Optional.of("people"))).isEqualTo(slice);
        assertThat(sessions.withOption(SliceOption.UNIT, Optional.empty())).isEqualTo(slice);
    }

    @Test
    void aSegmentCanBeAddedAndTakenBack() {
        SegmentFilter pro = SegmentFilter.EVERYBODY.with("plan", "pro");

        assertThat(pro.with("plan", "free").without("plan", "free")).isEqualTo(pro);
        assertThat(pro.has("plan", "pro")).isTrue();
        assertThat(pro.without("plan", "pro")).isEqualTo(SegmentFilter.EVERYBODY);
    }
}
