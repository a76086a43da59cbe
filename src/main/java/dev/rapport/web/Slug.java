package dev.rapport.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes a name in the form in which it goes into a URL. */
public final class Slug {
    private static final int LONGEST = 60;

    private Slug() {}

    /** Lower-case ASCII letters and digits joined by hyphens; never empty, the same for the same name. */
    public static String of(String name) {
        String ascii = cut(name, "[^a-z0-9]+");
        return ascii.isEmpty() ? "x-" + fingerprint(name) : ascii;
    }

    /** As {@link #of}, with a number behind it when that is taken: {@code trial-2}. */
    public static String unused(String name, Predicate<String> taken) {
        String slug = of(name);
        String key = slug;
        for (int i = 2; taken.test(key); i++) {
            key = slug + "-" + i;
        }
        return key;
    }

    /** As {@link #of}, but letters of any script stay: for keys that are only ever written percent-encoded. */
    public static String ofAnyScript(String name) {
        String letters = cut(name, "[^\\p{L}\\p{N}]+");
        return letters.isEmpty() ? "x-" + fingerprint(name) : letters;
    }

    private static String cut(String name, String separators) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll(separators, "-");
        String joined = plain.substring(0, Math.min(plain.length(), LONGEST));
        return joined.replaceAll("^-+|-+$", "");
    }

    private static String fingerprint(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
