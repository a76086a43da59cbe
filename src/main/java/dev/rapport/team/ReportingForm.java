package dev.rapport.team;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.util.Currency;

/** Reads how days, weeks and money are reported, as a form sends it. */
public record ReportingForm(
        @FormParam("zone") String zone,

        @FormParam("weekStart") @Pattern(regexp = "[1-7]", message = "settings:weekStartUnknown")
        String weekStart,

        @FormParam("currency") String currency)
        implements FormRules {
    public ReportingForm {
        zone = FormText.stripped(zone);
        weekStart = FormText.stripped(weekStart);
        currency = FormText.stripped(currency);
    }

    static ReportingForm of(Settings settings) {
        return new ReportingForm(settings.zone, Integer.toString(settings.weekStart), settings.currency);
    }

    /** Zones are names only, not offsets: an offset has no summer. */
    @Override
    public void check(Problems problems) {
        problems.addIf(!TimeZones.all().contains(zone), "zone", "settings:zoneUnknown");
        problems.addIf(
                Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(currency)),
                "currency",
                "settings:currencyUnknown");
    }
}
