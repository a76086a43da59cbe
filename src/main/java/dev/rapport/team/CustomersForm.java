package dev.rapport.team;

import dev.rapport.web.FormText;
import dev.rapport.web.WholeNumber;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;

/**
 * Reads the rule of who counts as a customer, as a form sends it.
 *
 * @param churnWindow in days
 */
public record CustomersForm(
        @FormParam("customerRule") @Pattern(regexp = "auto|subscription|orders", message = "settings:ruleUnknown")
        String customerRule,

        @FormParam("churnWindow") @WholeNumber(min = 1, max = 3650, message = "settings:churnWindowBad")
        String churnWindow) {
    public CustomersForm {
        customerRule = FormText.stripped(customerRule);
        churnWindow = FormText.stripped(churnWindow);
    }

    static CustomersForm of(Settings settings) {
        return new CustomersForm(settings.customerRule, Integer.toString(settings.churnWindowDays));
    }
}
