package dev.rapport.words;

/**
 * Holds how many of something there are, for a message to say: the number as the language writes it, and the form of
 * the words that go with it.
 *
 * @param plural zero, one, two, few, many or other, as CLDR names the forms of the language
 */
public record Counted(String number, String plural) {
    @Override
    public String toString() {
        return number;
    }
}
