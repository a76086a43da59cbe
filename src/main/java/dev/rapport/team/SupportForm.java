package dev.rapport.team;

import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What support costs, as a form sends it. */
public class SupportForm {
    @FormParam("costPerTicket")
    @Nullable
    String costPerTicket;

    static SupportForm of(Settings settings) {
        SupportForm form = new SupportForm();
        form.costPerTicket = Optional.ofNullable(settings.costPerTicket)
                .map(cost -> cost.stripTrailingZeros().toPlainString())
                .orElse("");
        return form;
    }

    String costText() {
        return costPerTicket == null ? "" : costPerTicket.strip();
    }

    boolean isCostBad() {
        return !costText().isEmpty() && !costText().matches("[0-9]{1,7}([.,][0-9]{1,2})?");
    }

    /** Empty when it is left open. */
    Optional<BigDecimal> cost() {
        return Optional.of(costText())
                .filter(text -> !text.isEmpty())
                .map(text -> new BigDecimal(text.replace(',', '.')));
    }
}
