package dev.rapport.social;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a mention with what is known of it.
 *
 * @param known of each label the value that counts; none where nobody has said anything
 */
record LabelledMention(Mention mention, Map<Label, Known> known) {

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

    /** Whether something is not known that every mention has. */
    boolean isOpen() {
        return Label.choices().stream().anyMatch(label -> label != Label.TECHNICAL && !known.containsKey(label));
    }
}
