package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormConstraintsTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Booking(
            @ShortText(max = 5, message = "name") String name,

            @ShortText(max = 5, optional = true, message = "note")
            String note,

            @WholeNumber(min = 1, max = 365, message = "days")
            String days,

            @CalendarDay(message = "from") String from,
            @CalendarDay(optional = true, message = "to") String to)
            implements FormRules {
        @Override
        public void check(Problems problems) {
            problems.addIf(!to.isEmpty() && to.compareTo(from) < 0, "to", "order");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, '', 1, 2026-01-01, '', ''",
        "Ada, seat, 365, 1970-01-01, 2199-12-31, ''",
        "' ', '', 1, 2026-01-01, '', name",
        "Amelia, '', 1, 2026-01-01, '', name",
        "'A\u0000a', '', 1, 2026-01-01, '', name",
        "Ada, window, 1, 2026-01-01, '', note",
        "Ada, '', 0, 2026-01-01, '', days",
        "Ada, '', 366, 2026-01-01, '', days",
        "Ada, '', 0001, 2026-01-01, '', days",
        "Ada, '', +1, 2026-01-01, '', days",
        "Ada, '', '', 2026-01-01, '', days",
        "Ada, '', 1, 2026-02-30, '', from",
        "Ada, '', 1, 1969-12-31, '', from",
        "Ada, '', 1, '', '', from",
        "Ada, '', 1, 2026-01-01, 2200-01-01, to",
        "Ada, '', 1, 2026-01-02, 2026-01-01, order"
    })
    void saysWhatIsWrong(String name, String note, String days, String from, String to, String said) {
        assertThat(VALIDATOR.validate(new Booking(name, note, days, from, to)))
                .extracting(violation -> violation.getMessageTemplate())
                .containsExactlyElementsOf(said.isEmpty() ? java.util.List.of() : java.util.List.of(said));
    }

    @Test
    void rulesOfAFormNameTheField() {
        assertThat(VALIDATOR.validate(new Booking("Ada", "", "1", "2026-01-02", "2026-01-01")))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("to");
    }

    @Test
    void theDatabaseIsNotAskedAboutAFieldThatIsWrongAlready() {
        Form<String> form = Form.unsent(3, "").with("name", "too long");
        assertThat(form.refuse("name", () -> true, "taken").error("name")).isEqualTo("too long");
        assertThat(form.refuse("event", () -> true, "taken").error("event")).isEqualTo("taken");
        assertThat(form.path()).isEqualTo("/3");
        assertThat(Form.unsent(0, "").isBad()).isFalse();
    }
}
