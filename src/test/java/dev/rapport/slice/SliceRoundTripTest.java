package dev.rapport.slice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a slice prints is read as the same slice again, and prints the same again: for any slice. */
class SliceRoundTripTest {
    private final SliceContext context = Contexts.company();
    private final Random random = new Random(20261121);

    @Test
    void aPrintedSliceIsReadAsItself() {
        for (int i = 0; i < 5_000; i++) {
            Slice slice = anySlice();
            Slice again = SliceReader.read(parse(slice.toQuery()), context);

            assertThat(again).isEqualTo(slice);
            assertThat(again.toQuery()).isEqualTo(slice.toQuery());
        }
    }

    private Slice anySlice() {
        Slice slice = SliceReader.read(Map.of(), context);
        if (random.nextBoolean()) {
            LocalDate from = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(14_000));
            slice = slice.withPeriod(new Period(from, from.plusDays(1 + random.nextInt(2_000))));
        } else {
            slice = slice.withPreset(one(List.of(Preset.values())), context);
        }
        Slice coarse = slice;
        List<Grain> possible = List.of(Grain.values()).stream()
                .filter(grain -> grain.roughly(coarse.period()) <= Slice.MOST_BUCKETS)
                .toList();
        return slice.withGrain(one(possible))
                .withComparison(one(List.of(Comparison.values())))
                .withChannels(some(List.copyOf(context.channels())))
                .withSegments(anyFilter())
                .withOption(SliceOption.GOAL, maybe(List.of("purchase", "trial")))
                .withOption(SliceOption.SURVEY, maybe(List.of("after-ticket", "spring nps")))
                .withOption(SliceOption.UNIT, maybe(List.of("people", "sessions")))
                .withOption(SliceOption.STAT, maybe(List.of("median", "p90", "mean")));
    }

    private SegmentFilter anyFilter() {
        SegmentFilter filter = SegmentFilter.EVERYBODY;
        for (Map.Entry<String, java.util.Set<String>> group :
                context.segmentValues().entrySet()) {
            for (String value : some(List.copyOf(group.getValue()))) {
                filter = filter.with(group.getKey(), value);
            }
        }
        return filter;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of) {
        return of.stream().filter(each -> random.nextBoolean()).toList();
    }

    private Optional<String> maybe(List<String> of) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(one(of));
    }

    private static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }
}
