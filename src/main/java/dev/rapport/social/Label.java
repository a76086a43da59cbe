package dev.rapport.social;

import dev.rapport.team.AuditWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the labels that can be given to a mention. The values are stored as they stand here. */
enum Label {
    SENTIMENT("-1", "0", "1"),
    FRUSTRATED("true", "false"),
    /** Technical, or else about somebody's account. */
    TECHNICAL("true", "false"),
    ARTICLE_HELPS("true", "false"),
    NEEDS_REPLY("true", "false"),
    /** In free words. */
    TOPIC;

    private static final int LONGEST = 300;

    private final List<String> values;

    Label(String... values) {
        this.values = List.of(values);
    }

    /** As in the table and in forms. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** To choose from; empty for free words. */
    List<String> allowed() {
        return values;
    }

    boolean allows(String value) {
        return values.isEmpty()
                ? !value.isBlank()
                        && value.length() <= LONGEST
                        && value.codePoints().noneMatch(Character::isISOControl)
                : values.contains(value);
    }

    /** The word that a value to choose from is found by in a bundle. */
    static String word(String value) {
        return switch (value) {
            case "-1" -> "negative";
            case "0" -> "neutral";
            case "1" -> "positive";
            case "true" -> "yes";
            default -> "no";
        };
    }

    /** What the audit trail says of a value. */
    String audited(String value) {
        return values.isEmpty() ? value : AuditWords.word(word(value));
    }

    static Optional<Label> of(String key) {
        return Stream.of(values()).filter(label -> label.key().equals(key)).findFirst();
    }

    /** Those that are chosen by one key. */
    static List<Label> choices() {
        return Stream.of(values()).filter(label -> !label.values.isEmpty()).toList();
    }
}
