package dev.rapport.ingest.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the words with which reports begin a line that totals others, in the languages of the sign-in page and some
 * more.
 */
public final class TotalLineWords {
    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "grand total",
            "grand totals",
            "sub total",
            "subtotal",
            "sum",
            "overall",
            "overall total",
            "summe",
            "gesamt",
            "gesamtsumme",
            "gesamtergebnis",
            "insgesamt",
            "total general",
            "total g\u00e9n\u00e9ral",
            "totaux",
            "ensemble",
            "totales",
            "suma",
            "suma total",
            "totale",
            "totale complessivo",
            "total geral",
            "totaal",
            "eindtotaal",
            "totalt",
            "summa",
            "razem",
            "celkem",
            "\u0627\u0644\u0625\u062c\u0645\u0627\u0644\u064a",
            "\u0627\u0644\u0645\u062c\u0645\u0648\u0639",
            "\u0625\u062c\u0645\u0627\u0644\u064a");
    /** {@code Total: Campaigns}, {@code Total - Search}, {@code Total (12)}. */
    private static final Pattern NAMED =
            Pattern.compile("(?:grand )?(?:totals?|gesamt|summe|totale?s?)\\s*(?::|\\s[-\u2013\u2014]\\s|\\().*");

    private static final int LONGEST = 100;

    private TotalLineWords() {}

    public static boolean isTotal(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.length() > LONGEST || !Character.isLetter(text.charAt(0))) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || NAMED.matcher(lower).matches();
    }
}
