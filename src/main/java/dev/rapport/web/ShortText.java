package dev.rapport.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires a text of at most so many characters that can be stored; not a blank one, unless it may be left out. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ShortText.Check.class)
public @interface ShortText {
    int max();

    boolean optional() default false;

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<ShortText, String> {
        private int max;
        private boolean optional;

        @Override
        public void initialize(ShortText constraint) {
            max = constraint.max();
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text.isBlank() ? optional : FormText.isWithin(text, max);
        }
    }
}
