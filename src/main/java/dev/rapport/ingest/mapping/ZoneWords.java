package dev.rapport.ingest.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the zone that is written behind a time of day, as an offset, an abbreviation or a name. It knows {@code Z},
 * {@code +01:00}, {@code GMT+5:30}, {@code UTC-3}, {@code CET}, {@code +0100 CET}, {@code GMT+0100 (Central European
 * Time)}, {@code Europe/Berlin}.
 *
 * <p>An offset counts, whatever name follows it. Of the abbreviations those are known that the field's tools write, in
 * the sense in which they write them: EST, MST and PST are those of the United States, BST is the British summer.
 * {@code ET}, {@code CT}, {@code MT} and {@code PT} follow the clock of New York, Chicago, Denver and Los Angeles. Not
 * taken, because each is the time of several parts of the world: CST, IST, AST, GST, AMT, ECT.
 */
final class ZoneWords {
    private static final Pattern OFFSET = Pattern.compile(
            "(GMT|UTC|UT|Z)?\\s*([-+])(\\d{1,2})(?::?(\\d{2}))?(?:\\s*\\([^)]{1,60}\\)|\\s*\\[[^]]{1,60}]|\\s+[A-Za-z]{1,5}|\\s+[-+]\\d{2,4})?");
    private static final Pattern REGION = Pattern.compile("\\[?([A-Za-z]+(?:/[A-Za-z_+-]+){1,2})]?");
    private static final Map<String, ZoneId> NAMES = new HashMap<>();

    static {
        names(0, "Z", "UTC", "GMT", "UT", "WET");
        names(60, "CET", "MET", "MEZ", "WEST", "BST", "WAT");
        names(120, "CEST", "MEST", "MESZ", "EET", "SAST", "CAT");
        names(180, "EEST", "MSK", "EAT", "TRT");
        names(300, "PKT");
        names(345, "NPT");
        names(420, "ICT", "WIB");
        names(480, "SGT", "HKT", "PHT", "MYT", "AWST");
        names(540, "JST", "KST");
        names(570, "ACST");
        names(600, "AEST");
        names(630, "ACDT");
        names(660, "AEDT");
        names(720, "NZST");
        names(780, "NZDT");
        names(-150, "NDT");
        names(-180, "BRT", "ART", "ADT");
        names(-210, "NST");
        names(-240, "EDT");
        names(-300, "EST", "CDT");
        names(-360, "MDT");
        names(-420, "MST", "PDT");
        names(-480, "PST", "AKDT");
        names(-540, "AKST");
        names(-600, "HST");
        NAMES.put("ET", ZoneId.of("America/New_York"));
        NAMES.put("CT", ZoneId.of("America/Chicago"));
        NAMES.put("MT", ZoneId.of("America/Denver"));
        NAMES.put("PT", ZoneId.of("America/Los_Angeles"));
    }

    private ZoneWords() {}

    private static void names(int minutes, String... names) {
        for (String name : names) {
            NAMES.put(name, ZoneOffset.ofTotalSeconds(minutes * 60));
        }
    }

    /** The zone; empty when the text names none that is known. */
    static Optional<ZoneId> of(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            return offset(offset);
        }
        String name = text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
        ZoneId known = NAMES.get(name.strip().toUpperCase(Locale.ROOT));
        return known == null ? region(text) : Optional.of(known);
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        boolean bare = offset.group(1) == null;
        if (bare && offset.group(3).length() == 1) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(offset.group(3)) * 60
                + (offset.group(4) == null ? 0 : Integer.parseInt(offset.group(4)));
        int sign = offset.group(2).equals("-") ? -1 : 1;
        return Optional.of(ZoneOffset.ofTotalSeconds(sign * minutes * 60));
    }

    private static Optional<ZoneId> region(String text) {
        Matcher region = REGION.matcher(text);
        try {
            return region.matches() ? Optional.of(ZoneId.of(region.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
