package dev.rapport.web;

import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names export files by their content: {@code csat_by-channel_2026-07-01_2026-09-30_plan-enterprise.csv}. */
final class ExportFileName {
    private static final int LONGEST = 160;

    private ExportFileName() {}

    /** @param what the metric and how it is broken down; the last day of the period is in it */
    static String of(List<String> what, Slice slice, String extension) {
        List<String> parts = new ArrayList<>(what);
        parts.add(slice.period().from().toString());
        parts.add(slice.period().lastDay().toString());
        if (!slice.channels().isEmpty()) {
            parts.add(String.join("-", slice.channels()));
        }
        slice.segments().values().forEach((group, values) -> parts.add(group + "-" + String.join("-", values)));
        slice.options().forEach((name, value) -> parts.add(name + "-" + value));
        return of(parts, extension);
    }

    /** @param what what hangs on no slice is called after */
    static String of(List<String> what, String extension) {
        String name = String.join("_", what.stream().map(ExportFileName::clean).toList());
        return (name.length() > LONGEST ? name.substring(0, LONGEST) : name) + "." + extension;
    }

    /** Letters, digits and dashes, so that it needs no quoting in a header and means nothing to a file system. */
    private static String clean(String part) {
        String plain = part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.replaceAll("^-|-$", "");
    }

    /** The header of RFC 6266; the name is plain ASCII already. */
    static String disposition(String fileName) {
        return "attachment; filename=\"" + fileName + "\"";
    }
}
