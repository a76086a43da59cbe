package dev.rapport.social;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Describes a mention and what is known of it.
 *
 * @param text empty where only its tone was brought in
 * @param known of each label the value that counts; none where nobody has said anything
 */
record Mention(
        long id,
        String key,
        String network,
        String brand,
        String topic,
        String text,
        Instant at,
        Map<Label, Known> known) {

    /** @param by a person, {@code import} or {@code machine:name} */
    record Known(String value, String by, Optional<Instant> since) {
        private static final String MACHINE = "machine:";

        boolean byMachine() {
            return by.startsWith(MACHINE);
        }

        boolean byImport() {
            return by.equals("import");
        }

        String machine() {
            return by.substring(MACHINE.length());
        }
    }

    /** What its network calls it, without the source it came from. */
    String plainKey() {
        int end = key.indexOf('\u001f');
        return end < 0 ? key : key.substring(0, end);
    }

    /** Whether something is not known that every mention has. */
    boolean isOpen() {
        return Label.choices().stream().anyMatch(label -> label != Label.TECHNICAL && !known.containsKey(label));
    }
}
