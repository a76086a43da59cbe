package dev.rapport.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text that PostgreSQL cannot keep, because of a NUL character in it, from a defect in the program. Only
 * hostile requests carry one, and they are answered 400 wherever no form has refused them by name before.
 */
final class UnstorableText {
    /** character_not_in_repertoire, and untranslatable_character for JSON. */
    private static final Set<String> REFUSED = Set.of("22021", "22P05");

    private UnstorableText() {}

    static boolean isBehind(@Nullable Throwable failure) {
        return SqlState.of(failure).filter(REFUSED::contains).isPresent();
    }
}
