package dev.rapport.channel;

import dev.rapport.web.NameKey;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether two names look like two spellings of one. They may be written with other signs between their words, in
 * the plural, or with a slip of the pen in a word of some length. Numbers and short words tell things apart: Store 1 is
 * not like Store 2.
 */
final class NameLikeness {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SLIPS_FROM = 5;
    private static final int TWO_SLIPS_FROM = 9;

    private NameLikeness() {}

    static boolean between(String name, String other) {
        List<String> words = words(name);
        List<String> others = words(other);
        String joined = String.join("", words);
        if (joined.isEmpty()
                || String.join("", others).isEmpty()
                || NameKey.of(name).equals(NameKey.of(other))) {
            return false;
        }
        if (joined.equals(String.join("", others))) {
            // C# and C++ are told apart by their signs alone
            return joined.length() >= SLIPS_FROM;
        }
        if (words.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(others.get(i)) && !isSlip(words.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String name) {
        return Arrays.stream(SIGNS.split(NameKey.of(name)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isSlip(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        if (shorter >= SLIPS_FROM - 1 && (word.equals(other + "s") || other.equals(word + "s"))) {
            return true;
        }
        boolean numbers = (word + other).chars().anyMatch(Character::isDigit);
        int slips = shorter >= TWO_SLIPS_FROM ? 2 : 1;
        return !numbers && shorter >= SLIPS_FROM && distance(word, other) <= slips;
    }

    /** Letters to be put in, taken out or replaced, or neighbours to be exchanged, to make one of the other. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edit(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int edit(int[][] edits, String one, String other, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
