package dev.rapport.web;

/**
 * Keeps spreadsheets from running a text as a formula: an apostrophe goes before what begins with one of {@code = + - @}, their wide
 * forms, a tab or an end of line (OWASP ASVS 5.0, 1.2.10).
 *
 * <p>Before apostrophes in front of such a sign goes one more. So {@link #off} takes exactly that away which {@link #on} has put
 * there, and every text comes back as it was: {@code '=a} is written {@code ''=a}, and {@code 'tis} stays as it is.
 */
public final class FormulaGuard {
    static final char MARK = '\'';

    private FormulaGuard() {}

    public static String on(String text) {
        return isGuarded(text) ? MARK + text : text;
    }

    /** The text that was guarded; for files of ours only, as others mean an apostrophe where they write one. */
    public static String off(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK && isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean isGuarded(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == MARK) {
            first++;
        }
        return first < text.length() && startsFormula(text.charAt(first));
    }

    public static boolean startsFormula(char sign) {
        return switch (sign) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20' -> true;
            default -> false;
        };
    }
}
