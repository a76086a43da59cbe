package dev.rapport.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the words in a form's field, separated by commas or lines; kept in lower case, each once. */
final class TermList {
    private static final int MOST = 200;
    private static final int LONGEST = 100;

    private TermList() {}

    static List<String> of(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;\\n\\r]+"))
                        .map(term -> term.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                        .filter(term -> !term.isEmpty())
                        .distinct()
                        .toList();
    }

    static String text(List<String> terms) {
        return String.join(", ", terms);
    }

    static boolean areSensible(List<String> terms) {
        return terms.size() <= MOST
                && terms.stream().allMatch(term -> term.length() <= LONGEST && term.indexOf('\0') < 0);
    }
}
