package dev.rapport.team;

import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads what support costs, as a form sends it.
 *
 * @param costPerTicket empty when it is left open
 */
public record SupportForm(
        @FormParam("costPerTicket")
        @Pattern(regexp = "([0-9]{1,7}([.,][0-9]{1,2})?)?", message = "settings:costPerTicketBad")
        String costPerTicket) {
    public SupportForm {
        costPerTicket = FormText.stripped(costPerTicket);
    }

    static SupportForm of(Settings settings) {
        return new SupportForm(Optional.ofNullable(settings.costPerTicket)
                .map(cost -> cost.stripTrailingZeros().toPlainString())
                .orElse(""));
    }

    Optional<BigDecimal> cost() {
        return Optional.of(costPerTicket)
                .filter(text -> !text.isEmpty())
                .map(text -> new BigDecimal(text.replace(',', '.')));
    }
}
