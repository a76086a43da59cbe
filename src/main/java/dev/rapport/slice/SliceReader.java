package dev.rapport.slice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Parses a query string into a {@link Slice}, as the only place that does. Whatever is asked must exist; what does not
 * is refused by the name of its parameter, before anything is run. A blank value counts as not given, because forms
 * send those.
 *
 * <p>A named period wins over dates: a form that works without scripts sends both. Parameters of other names belong to
 * the page ({@code by}, {@code page}, {@code sort}) and are left alone, except those that are evidently misspelt names of
 * ours ({@code Channel}, {@code segments}, {@code chanel}): to answer as if nothing had been asked would be a wrong number.
 */
public final class SliceReader {
    private static final int MOST_VALUES = 200;
    private static final int MOST_YEARS = 50;
    private static final Pattern DATE = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final String CUSTOM = "custom";

    private final Map<String, List<String>> parameters;
    private final SliceContext context;

    private SliceReader(Map<String, List<String>> parameters, SliceContext context) {
        this.parameters = parameters;
        this.context = context;
    }

    /** @throws BadSliceException naming the parameter that cannot be understood */
    public static Slice read(Map<String, List<String>> parameters, SliceContext context) {
        ParameterNames.refuseMisspelt(parameters.keySet());
        return new SliceReader(parameters, context).read();
    }

    private Slice read() {
        zone();
        Optional<Preset> preset = preset();
        Period period = preset.map(moving -> moving.period(context)).orElseGet(this::dates);
        return new Slice(
                channels(),
                segments(),
                period,
                preset.map(Preset::key),
                comparison(),
                grain(period),
                context.zone(),
                context.weekStart(),
                options());
    }

    private void zone() {
        single("zone").ifPresent(zone -> {
            if (!zone.equals(context.zone().getId())) {
                throw bad("zone", SliceFault.OTHER_ZONE, context.zone(), shown(zone));
            }
        });
    }

    /** Empty when the period is given by dates. */
    private Optional<Preset> preset() {
        Optional<String> name = single("period");
        boolean dates = single("from").isPresent() || single("to").isPresent();
        if (name.isEmpty()) {
            return dates ? Optional.empty() : Optional.of(Preset.DEFAULT);
        } else if (name.get().equals(CUSTOM)) {
            return Optional.empty();
        }
        return Optional.of(Preset.of(name.get()).orElseThrow(() -> unknown("period", name.get())));
    }

    private Period dates() {
        LocalDate from = date("from");
        LocalDate last = date("to");
        if (last.isBefore(from)) {
            throw bad("to", SliceFault.ENDS_BEFORE_START);
        } else if (last.isAfter(from.plusYears(MOST_YEARS))) {
            throw bad("to", SliceFault.TOO_LONG, MOST_YEARS);
        }
        return new Period(from, last.plusDays(1));
    }

    private LocalDate date(String name) {
        String text = single(name).orElseThrow(() -> bad(name, SliceFault.END_MISSING));
        if (!DATE.matcher(text).matches()) {
            throw bad(name, SliceFault.NOT_A_DATE, shown(text));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad(name, SliceFault.NO_SUCH_DAY, text);
        }
    }

    private SortedSet<String> channels() {
        SortedSet<String> keys = new TreeSet<>();
        for (String key : many("channel")) {
            keys.add(known("channel", key, context.channels()));
        }
        return keys;
    }

    private SegmentFilter segments() {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        for (String text : many("segment")) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw bad("segment", SliceFault.NOT_A_SEGMENT, shown(text));
            }
            String group = known(
                    "segment", text.substring(0, colon), context.segmentValues().keySet());
            Set<String> ofGroup = context.segmentValues().getOrDefault(group, Set.of());
            values.computeIfAbsent(group, key -> new TreeSet<>())
                    .add(known("segment", text.substring(colon + 1), ofGroup));
        }
        return new SegmentFilter(values);
    }

    private Comparison comparison() {
        return single("compare")
                .map(key -> Comparison.of(key).orElseThrow(() -> unknown("compare", key)))
                .orElse(Comparison.PREVIOUS);
    }

    private Grain grain(Period period) {
        Grain grain = single("grain")
                .map(key -> Grain.of(key).orElseThrow(() -> unknown("grain", key)))
                .orElseGet(() -> Grain.fitting(period));
        if (grain.roughly(period) > Slice.MOST_BUCKETS) {
            throw bad("grain", SliceFault.TOO_FINE, grain.key(), period.days());
        }
        return grain;
    }

    private SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        for (SliceOption option : SliceOption.values()) {
            single(option.key()).ifPresent(value -> {
                if (!option.allows(value, context)) {
                    throw unknown(option.key(), value);
                } else if (!option.isDefault(value)) {
                    options.put(option.key(), value);
                }
            });
        }
        return options;
    }

    private List<String> many(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > MOST_VALUES) {
            throw bad(name, SliceFault.MORE_THAN, MOST_VALUES);
        }
        return values.stream().filter(value -> !value.isBlank()).toList();
    }

    private Optional<String> single(String name) {
        List<String> values = many(name);
        if (values.size() > 1) {
            throw bad(name, SliceFault.MORE_THAN_ONCE);
        }
        return values.stream().findFirst();
    }

    private static String known(String name, String value, Set<String> among) {
        if (!among.contains(value)) {
            throw unknown(name, value);
        }
        return value;
    }

    private static BadSliceException unknown(String name, String value) {
        return bad(name, SliceFault.NO_VALUE, shown(value));
    }

    private static BadSliceException bad(String name, SliceFault fault, Object... details) {
        return new BadSliceException(name, fault, details);
    }

    /** What came from outside, short and without control characters. */
    private static String shown(String value) {
        String clean = value.replaceAll("\\p{C}", "?");
        return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
    }
}
