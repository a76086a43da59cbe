package dev.rapport.web;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks forms by their constraints. The message of a constraint names a message of a bundle, {@code goals:nameBad}, which
 * is asked in the reader's language; what stands in its brackets is asked of the form.
 */
@ApplicationScoped
public class FormCheck {
    private final Validator validator;
    private final Engine engine;
    private final Reader reader;

    FormCheck(Validator validator, Engine engine, Reader reader) {
        this.validator = validator;
        this.engine = engine;
        this.reader = reader;
    }

    /** @param id of what the form changes; 0 when it adds */
    public <F> Form<F> check(int id, F sent) {
        Map<String, String> errors = new HashMap<>();
        validator
                .validate(sent)
                .forEach(violation -> errors.put(
                        violation.getPropertyPath().toString(), sentence(violation.getMessageTemplate(), sent)));
        return new Form<>(id, sent, errors);
    }

    private String sentence(String message, Object form) {
        return engine.parse("{" + message + "}")
                .data(form)
                .setLocale(reader.locale())
                .render();
    }
}
