package dev.rapport.slice;

import static dev.rapport.slice.Contexts.period;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceReaderTest {
    @Test
    void nothingAskedIsEverythingInTheLast30DaysComparedWithThe30Before() {
        Slice slice = read("");

        assertThat(slice.channels()).isEmpty();
        assertThat(slice.segments()).isEqualTo(SegmentFilter.EVERYBODY);
        assertThat(slice.period()).isEqualTo(period("2026-10-23", "2026-11-21"));
        assertThat(slice.preset()).contains("last-30-days");
        assertThat(slice.comparedPeriod()).contains(period("2026-09-23", "2026-10-22"));
        assertThat(slice.grain()).isEqualTo(Grain.DAY);
        assertThat(slice.zone()).isEqualTo(Contexts.BERLIN);
        assertThat(slice.toQuery()).isEmpty();
    }

    @Test
    void aFullQuestionIsReadAsAsked() {
        Slice slice = read(
                "segment=region:south&channel=email&segment=plan:pro&segment=plan:free&from=2026-01-01"
                        + "&to=2026-03-31&compare=last-year&grain=week&zone=Europe/Berlin&goal=trial&unit=sessions&channel=chat");

        assertThat(slice.channels()).containsExactly("chat", "email");
        assertThat(slice.segments().values().get("plan")).containsExactly("free", "pro");
        assertThat(slice.segments().values().get("region")).containsExactly("south");
        assertThat(slice.period()).isEqualTo(period("2026-01-01", "2026-03-31"));
        assertThat(slice.period().days()).isEqualTo(90);
        assertThat(slice.preset()).isEmpty();
        assertThat(slice.comparison()).isEqualTo(Comparison.LAST_YEAR);
        assertThat(slice.option("goal")).contains("trial");
        assertThat(slice.option(SliceOption.UNIT)).contains("sessions");
        assertThat(slice.toQuery())
                .isEqualTo("channel=chat&channel=email&segment=plan:free&segment=plan:pro&segment=region:south"
                        + "&from=2026-01-01&to=2026-03-31&compare=last-year&grain=week&goal=trial&unit=sessions");
    }

    @Test
    void aSegmentsValueMayHoldAnyCharacter() {
        Slice slice = SliceReader.read(Map.of("segment", List.of("plan:a:b&c=d é")), Contexts.company());

        assertThat(slice.segments().values().get("plan")).containsExactly("a:b&c=d é");
        assertThat(slice.toQuery()).isEqualTo("segment=plan:a:b%26c%3Dd+%C3%A9");
    }

    @Test
    void blankValuesOfAFormCountAsNotGiven() {
        assertThat(read("channel=&segment=&period=&from=&to=&compare=&grain=&zone=&goal=&unit=%20".replace("%20", " ")))
                .isEqualTo(read(""));
    }

    @Test
    void aNamedPeriodWinsOverDatesUnlessItIsCustom() {
        assertThat(read("period=today&from=2026-01-01&to=2026-01-31").preset()).contains("today");
        assertThat(read("period=custom&from=2026-01-01&to=2026-01-31").period())
                .isEqualTo(period("2026-01-01", "2026-01-31"));
    }

    @Test
    void anOptionWithItsDefaultValueIsTheSameQuestion() {
        assertThat(read("unit=people&stat=median&base=start&without-single=false"))
                .isEqualTo(read(""));
        assertThat(read("stat=p90").option("stat")).contains("p90");
    }

    @Test
    void parametersOfThePageAreLeftAlone() {
        assertThat(read("by=bucket,channel&page=2&sort=-value&state=open&q=anything&_=1"))
                .isEqualTo(read(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel=fax, channel",
                "channel=email,chat, channel",
                "channel=EMAIL, channel",
                "segment=plan, segment",
                "segment=:pro, segment",
                "segment=plan:, segment",
                "segment=plan:platinum, segment",
                "segment=planet:pro, segment",
                "goal=win, goal",
                "survey=nps, survey",
                "unit=visits, unit",
                "stat=p99, stat",
                "base=end, base",
                "activity=sleep, activity",
                "without-single=yes, without-single",
                "compare=next, compare",
                "grain=minute, grain",
                "grain=DAY, grain",
                "period=last-31-days, period",
                "period=custom, from",
                "from=2026-01-01, to",
                "to=2026-01-01, from",
                "from=2026-02-30&to=2026-03-01, from",
                "from=2025-02-29&to=2026-03-01, from",
                "from=2026-01-01&to=2026-13-01, to",
                "from=01.02.2026&to=2026-13-01, from",
                "from=2026-1-1&to=2026-13-01, from",
                "from=-2026-01-01&to=2026-02-01, from",
                "from=+12026-01-01&to=2026-02-01, from",
                "from=2026-01-01T00:00&to=2026-02-01, from",
                "from=2026-01-02&to=2026-01-01, to",
                "from=1970-01-01&to=2026-01-01, to",
                "from=2020-01-01&to=2026-01-01&grain=hour, grain",
                "from=2000-01-01&to=2026-01-01&grain=day, grain",
                "zone=UTC, zone",
                "zone=+01:00, zone",
                "zone=CET, zone",
                "period=today&period=yesterday, period",
                "grain=day&grain=day, grain",
                "Channel=email, Channel",
                "channels=email, channels",
                "channel[]=email, channel[]",
                "chanel=email, chanel",
                "segement=plan:pro, segement",
                "periode=today, periode",
                "goals=trial, goals",
                "without_single=true, without_single",
            })
    void whatCannotBeUnderstoodIsRefusedByName(String given) {
        String query = given.substring(0, given.lastIndexOf(", "));
        String parameter = given.substring(given.lastIndexOf(", ") + 2);

        BadSliceException refusal = catchThrowableOfType(BadSliceException.class, () -> read(query));

        assertThat(refusal).isNotNull();
        assertThat(refusal.parameter()).isEqualTo(parameter);
        assertThat(refusal.fault()).isNotNull();
    }

    @Test
    void tooManyValuesAreRefused() {
        Map<String, List<String>> many = Map.of("channel", Collections.nCopies(201, "email"));

        BadSliceException refusal =
                catchThrowableOfType(BadSliceException.class, () -> SliceReader.read(many, Contexts.company()));

        assertThat(refusal.parameter()).isEqualTo("channel");
    }

    @Test
    void aHostileValueIsShownShortAndWithoutControlCharacters() {
        Map<String, List<String>> hostile =
                Map.of("channel", List.of("\u0000\r\n'; drop table event;--" + "x".repeat(10_000)));

        BadSliceException refusal =
                catchThrowableOfType(BadSliceException.class, () -> SliceReader.read(hostile, Contexts.company()));

        assertThat(refusal.fault()).isEqualTo(SliceFault.NO_VALUE);
        assertThat(refusal.details())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("???'; drop table")
                .hasSizeLessThan(70);
    }

    @Test
    void everythingRecordedIsAskedForByName() {
        Slice all = read("period=all");

        assertThat(all.period()).isEqualTo(period("2024-01-10", "2026-11-20"));
        assertThat(all.grain()).isEqualTo(Grain.MONTH);
        assertThat(all.toQuery()).isEqualTo("period=all");
    }

    /** {@code a=1&b=2} as a map; nothing is decoded. */
    static Slice read(String query) {
        Map<String, List<String>> parameters = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return SliceReader.read(parameters, Contexts.company());
    }
}
