package dev.rapport.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text that PostgreSQL cannot keep, because of a NUL character in it, from a defect in the program. Only
 * hostile requests carry one, and they are answered 400 wherever no form has refused them by name before.
 */
final class UnstorableText {
    private static final int DEPTH = 20;

    private UnstorableText() {}

    static boolean isBehind(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException sql && refusesCharacters(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    // character_not_in_repertoire, and untranslatable_character for JSON.
    private static boolean refusesCharacters(@Nullable String state) {
        return "22021".equals(state) || "22P05".equals(state);
    }
}
