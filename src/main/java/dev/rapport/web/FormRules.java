package dev.rapport.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what the fields of a form must be together, and what no constraint of one field can say. */
@FormRules.Kept
public interface FormRules {
    /** Names each field that is wrong; other constraints may have found it wrong already. */
    void check(Problems problems);

    /** Collects fields and the messages that say what is wrong with them. */
    interface Problems {
        void add(String field, String message);

        default void addIf(boolean wrong, String field, String message) {
            if (wrong) {
                add(field, message);
            }
        }
    }

    /** Requires that a form keeps its own rules. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Check.class)
    @interface Kept {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    class Check implements ConstraintValidator<Kept, FormRules> {
        @Override
        public boolean isValid(FormRules form, ConstraintValidatorContext context) {
            boolean[] wrong = {false};
            context.disableDefaultConstraintViolation();
            form.check((field, message) -> {
                wrong[0] = true;
                context.buildConstraintViolationWithTemplate(message)
                        .addPropertyNode(field)
                        .addConstraintViolation();
            });
            return !wrong[0];
        }
    }
}
