package dev.rapport.team;

import java.util.List;

/**
 * The rates by which amounts in other currencies are converted.
 *
 * @param fault of the rate that was just sent; empty when there is none
 * @param lines of the file that was just sent, which cannot be taken
 */
public record RatesPage(
        String reporting,
        boolean withShipping,
        boolean withTax,
        List<ExchangeRate> rates,
        String day,
        String currency,
        String rate,
        String fault,
        List<RatesFile.Line> lines) {

    RatesPage(
            Settings settings,
            List<ExchangeRate> rates,
            String day,
            String currency,
            String rate,
            String fault,
            List<RatesFile.Line> lines) {
        this(
                settings.currency,
                settings.revenueWithShipping,
                settings.revenueWithTax,
                rates,
                day,
                currency,
                rate,
                fault,
                lines);
    }
}
