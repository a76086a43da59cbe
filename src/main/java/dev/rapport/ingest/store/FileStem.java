package dev.rapport.ingest.store;

import java.util.regex.Pattern;

/** Strips from a file's name what changes from one file of its kind to the next: dates, counts, endings. */
final class FileStem {
    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]");
    private static final Pattern ENDING = Pattern.compile("(?i)(\\.(csv|tsv|txt|tab|gz|zip|tar|tgz))+$");
    private static final Pattern COPY = Pattern.compile("\\(\\d+\\)");
    /** {@code 2026-01}, {@code 20240301T1200Z}: digits that stand by themselves. */
    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{N}[\\p{N}T:.Z-]*(?![\\p{L}\\p{N}])");

    private static final Pattern EDGE = Pattern.compile("^[\\s_.-]+|[\\s_.-]+$");
    private static final Pattern GAP = Pattern.compile("[\\s_.-]*\\s[\\s_.-]*");

    private FileStem() {}

    static String of(String fileName) {
        String base = ENDING.matcher(FOLDER.matcher(fileName).replaceFirst("")).replaceFirst("");
        String stem = DATE.matcher(COPY.matcher(base).replaceAll(" ")).replaceAll(" ");
        stem = EDGE.matcher(GAP.matcher(stem).replaceAll(" ")).replaceAll("");
        return stem.isBlank() ? base.isBlank() ? "file" : base.strip() : stem;
    }
}
