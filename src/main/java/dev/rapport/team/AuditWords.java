package dev.rapport.team;

import dev.rapport.words.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes words of ours into what the audit trail says of a change: the trail keeps their keys, and each reader gets them in
 * their language. What people named stands beside them as they wrote it; what was kept before there were keys reads as it did.
 */
public final class AuditWords {
    /** Brackets that nobody types: a name that has them all the same turns into a word of ours at most. */
    private static final Pattern MARKED = Pattern.compile("⟦([a-z0-9_]+)(?::([^⟦⟧]*))?⟧");

    private AuditWords() {}

    /** @param key of the word, of which {@code texts/audit_en.properties} has the text; {@code at-least} is {@code at_least} there */
    public static String word(String key) {
        return "⟦" + spelled(key) + "⟧";
    }

    /** @param of what the text speaks of, as it is */
    public static String word(String key, Object of) {
        return "⟦" + spelled(key) + ":" + of.toString().replaceAll("[⟦⟧]", "") + "⟧";
    }

    /** What a reader is shown. A word that is no more is shown by its key. */
    static String text(String detail, Locale reader) {
        TextFile texts = TextFile.in(reader, "audit");
        return MARKED.matcher(detail).replaceAll(found -> {
            String of = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(texts.text("word_" + found.group(1), List.of(of))
                    .orElse((found.group(1).replace('_', ' ') + " " + of).strip()));
        });
    }

    private static String spelled(String key) {
        return key.replaceAll("[^a-z0-9]", "_");
    }
}
