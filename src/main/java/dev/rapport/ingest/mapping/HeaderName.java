package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what helpdesks put around the name of a column: what the row is, a zone, a unit, a grain. */
final class HeaderName {
    private static final Pattern BEHIND =
            Pattern.compile("(?i)(?:\\s*[(\\[][^)\\]]*[)\\]]|\\s+-\\s+(?:date|timestamp|time|day))\\s*$");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)^(?:ticket|conversation|case|incident|issue|request)\\s+");
    private static final Pattern ZONE =
            Pattern.compile("[(\\[](?:in )?([A-Za-z]+(?:/[A-Za-z_+-]+)+|UTC|GMT)[)\\]]\\s*$");

    private HeaderName() {}

    /** @param synonym simplified, as {@link FactField#simple} does */
    static boolean means(String name, String synonym) {
        String core = BEHIND.matcher(name).replaceFirst("");
        return FactField.simple(core).equals(synonym)
                || FactField.simple(BEFORE.matcher(core).replaceFirst("")).equals(synonym);
    }

    /** The zone that a name ends with: {@code Started at (Europe/Stockholm)}. */
    static Optional<String> zone(String name) {
        Matcher zone = ZONE.matcher(name);
        if (!zone.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(zone.group(1)).getId());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
