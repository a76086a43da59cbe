package dev.rapport.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether two names are one. Their letters are compared in Unicode's compatibility form (NFKC), without outer
 * blanks, with each run of inner ones as one, and without regard to case. Nothing is dropped and nothing is cut, so
 * {@code C#} is not {@code C++}, {@code Café} is not {@code Cafe} and every script has its letters. What a name looks
 * like in an address is another matter: see {@link Slug}.
 */
public final class NameKey {
    /** Those of Latin, Greek and Cyrillic; signs of other scripts are letters of theirs. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private static final Pattern ENDS = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");

    private static final int DOTLESS_I = 0x131;

    private NameKey() {}

    /** The form of a name that is the same for the same name; empty for a blank one. */
    public static String of(String name) {
        if (isPlain(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        // folding can take letters apart that belong together
        return blanks(Normalizer.normalize(folded(composed), Normalizer.Form.NFKC));
    }

    /**
     * The same of what people write in their own words: also without accents, and without marks at its ends. So {@code Too
     * dear!} is {@code too dear}; {@code C++} keeps its signs.
     */
    public static String loose(String text) {
        String letters = of(text);
        String bare = ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        String inner =
                ENDS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll("");
        return inner.isEmpty() ? letters : inner;
    }

    /** What a name is kept as: as it came, without outer blanks and with each run of inner ones as one. */
    public static String shown(String name) {
        return blanks(name);
    }

    /**
     * Unicode's full case folding: what upper and lower case make of a letter, one by one, so that no rule of a language
     * or of a word's end comes in. The dotless i of Turkish is a letter of its own there.
     */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == DOTLESS_I) {
                folded.appendCodePoint(letter);
            } else {
                String lower = Character.toString(letter).toLowerCase(Locale.ROOT);
                lower.toUpperCase(Locale.ROOT)
                        .codePoints()
                        .forEach(
                                upper -> folded.append(Character.toString(upper).toLowerCase(Locale.ROOT)));
            }
        });
        return folded.toString();
    }

    /** Blanks of any script; a sign without width is a letter here. */
    private static String blanks(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean wanted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                wanted = tidy.length() > 0;
            } else {
                if (wanted) {
                    tidy.append(' ');
                    wanted = false;
                }
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    /** Most names are, and imports read many of them. */
    private static boolean isPlain(String name) {
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }
}
