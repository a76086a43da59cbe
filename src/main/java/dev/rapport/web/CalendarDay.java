package dev.rapport.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires a day as {@link FormText#day} reads it, unless it may be left out. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarDay.Check.class)
public @interface CalendarDay {
    boolean optional() default false;

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<CalendarDay, String> {
        private boolean optional;

        @Override
        public void initialize(CalendarDay constraint) {
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text.isEmpty() ? optional : FormText.day(text).isPresent();
        }
    }
}
