package dev.rapport.team;

import dev.rapport.web.Form;
import java.util.List;

/**
 * Holds the rates by which amounts in other currencies are converted.
 *
 * @param form of a rate
 * @param lines of the file that was just sent, which cannot be taken
 */
public record RatesPage(
        String reporting,
        boolean withShipping,
        boolean withTax,
        List<ExchangeRate> rates,
        Form<RateForm> form,
        List<RatesFile.Line> lines) {
    RatesPage(Settings settings, List<ExchangeRate> rates, Form<RateForm> form, List<RatesFile.Line> lines) {
        this(settings.currency, settings.revenueWithShipping, settings.revenueWithTax, rates, form, lines);
    }
}
