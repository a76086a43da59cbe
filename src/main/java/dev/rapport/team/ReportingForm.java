package dev.rapport.team;

import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How days, weeks and money are reported, as a form sends it. */
public class ReportingForm {
    @FormParam("zone")
    @Nullable
    String zone;

    @FormParam("weekStart")
    @Nullable
    String weekStart;

    @FormParam("currency")
    @Nullable
    String currency;

    static ReportingForm of(Settings settings) {
        ReportingForm form = new ReportingForm();
        form.zone = settings.zone;
        form.weekStart = Integer.toString(settings.weekStart);
        form.currency = settings.currency;
        return form;
    }

    String zoneText() {
        return zone == null ? "" : zone.strip();
    }

    /** Names only, not offsets: an offset has no summer. */
    Optional<ZoneId> zone() {
        try {
            return Optional.of(zoneText()).filter(TimeZones.all()::contains).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<DayOfWeek> weekStart() {
        return weekStart != null && weekStart.matches("[1-7]")
                ? Optional.of(DayOfWeek.of(Integer.parseInt(weekStart)))
                : Optional.empty();
    }

    String currencyText() {
        return currency == null ? "" : currency.strip();
    }

    Optional<Currency> currency() {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currencyText()))
                .findFirst();
    }
}
