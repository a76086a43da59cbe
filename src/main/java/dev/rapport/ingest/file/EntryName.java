package dev.rapport.ingest.file;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their names which entries of an archive are tables. Names are only looked at and shown: never a path. */
public final class EntryName {
    private static final Pattern JUNK =
            Pattern.compile("(^|.*[/\\\\])(\\.[^/\\\\]*|__MACOSX([/\\\\].*)?|Thumbs\\.db|desktop\\.ini)$");
    private static final Pattern WITHIN_JUNK = Pattern.compile("(^|.*[/\\\\])(__MACOSX|\\.git)[/\\\\].*");
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|tsv|tab|txt|psv)$");
    private static final Pattern ABOUT =
            Pattern.compile("(^|.*[/\\\\])(readme|licen[cs]e|source|notes?|changelog)[^/\\\\]*\\.txt$");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|gz|tgz|tar|bz2|xz|7z|rar|zst)$");

    private EntryName() {}

    static boolean isTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean junk = JUNK.matcher(name).matches() || WITHIN_JUNK.matcher(name).matches();
        if (!junk && ARCHIVE.matcher(lower).matches()) {
            throw new RefusedException(Refusal.NESTED_ARCHIVE, shown(name));
        }
        return !junk && TABLE.matcher(lower).matches() && !ABOUT.matcher(lower).matches();
    }

    /** The name as it may be shown and stored: without control characters, not endless. */
    public static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }
}
