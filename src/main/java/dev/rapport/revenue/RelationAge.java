package dev.rapport.revenue;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names for how long somebody has been a customer, from the first time ever on; pauses count. A year is 365 days. */
enum RelationAge {
    DAYS_0("under-90-days", 0),
    DAYS_90("90-days", 90),
    DAYS_180("180-days", 180),
    YEAR("1-year", 365),
    YEARS("2-years", 730);

    private final String key;
    private final long fromMicros;

    RelationAge(String key, int fromDays) {
        this.key = key;
        this.fromMicros = TimeUnit.DAYS.toMicros(fromDays);
    }

    /** As URLs and files name it. */
    String key() {
        return key;
    }

    /** The same as SQL: the key of how long since the one moment it is at the other. */
    static String sql(String since, String at) {
        return Stream.of(values())
                .sorted(Comparator.reverseOrder())
                .map(age -> "when extract(epoch from %s - %s) * 1000000 >= %d then '%s'"
                        .formatted(at, since, age.fromMicros, age.key))
                .collect(Collectors.joining(" ", "case ", " else '" + DAYS_0.key + "' end"));
    }

    static RelationAge of(long sinceMicros, long atMicros) {
        return Stream.of(values())
                .filter(age -> atMicros - sinceMicros >= age.fromMicros)
                .reduce(DAYS_0, (younger, older) -> older);
    }
}
