package dev.rapport.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Holds a form as it stands, with a sentence for each field that is wrong.
 *
 * @param id of what it changes; 0 when it adds
 * @param sent what was typed, or what is stored
 * @param errors by the name of the field, in the reader's language
 */
public record Form<F>(int id, F sent, Map<String, String> errors) {
    public Form {
        errors = Map.copyOf(errors);
    }

    /** Holds a form that nobody has sent yet. */
    public static <F> Form<F> unsent(int id, F fields) {
        return new Form<>(id, fields, Map.of());
    }

    /** Adds what only the database can tell; it is not asked about a field that is wrong already. */
    public Form<F> refuse(String field, BooleanSupplier wrong, String sentence) {
        return errors.containsKey(field) || !wrong.getAsBoolean() ? this : with(field, sentence);
    }

    public Form<F> with(String field, String sentence) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, sentence);
        return new Form<>(id, sent, more);
    }

    public boolean isBad() {
        return !errors.isEmpty();
    }

    /** What is wrong with the field; empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What follows the list's address in that of the form: nothing when it adds. */
    public String path() {
        return id == 0 ? "" : "/" + id;
    }
}
