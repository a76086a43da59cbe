package dev.rapport.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Holds what one unit of a currency is worth in the reporting currency, from a day on until there is a newer rate.
 *
 * @param currency ISO 4217
 */
public record ExchangeRate(LocalDate day, String currency, BigDecimal rate) {
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int SCALE = 12;

    /** What is wrong with a rate as somebody wrote it. */
    enum Fault {
        DAY,
        CURRENCY,
        RATE
    }

    /** Either a rate or what is wrong. */
    record Read(Optional<ExchangeRate> rate, Optional<Fault> fault) {
        private static Read bad(Fault fault) {
            return new Read(Optional.empty(), Optional.of(fault));
        }
    }

    /** @param reporting which has no rate, being what the others are counted in */
    static Read of(String day, String currency, String rate, String reporting) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        LocalDate from;
        try {
            from = LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            return Read.bad(Fault.DAY);
        }
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!known || code.equals(reporting)) {
            return Read.bad(Fault.CURRENCY);
        }
        try {
            BigDecimal worth = new BigDecimal(rate.strip().replace(',', '.'));
            if (worth.signum() <= 0
                    || worth.compareTo(MOST) > 0
                    || worth.stripTrailingZeros().scale() > SCALE) {
                return Read.bad(Fault.RATE);
            }
            return new Read(Optional.of(new ExchangeRate(from, code, worth)), Optional.empty());
        } catch (NumberFormatException e) {
            return Read.bad(Fault.RATE);
        }
    }

    /** Its place in an address. */
    public String path() {
        return currency + "/" + day;
    }

    /** The newest first. */
    static List<ExchangeRate> all(Handle handle, int most) {
        return handle.select("select day, currency, rate from exchange_rate order by day desc, currency limit ?", most)
                .map((row, context) -> new ExchangeRate(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getBigDecimal(3).stripTrailingZeros()))
                .list();
    }

    /** In place of the one of the same day and currency. */
    static void keep(Handle handle, List<ExchangeRate> rates) {
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into exchange_rate (day, currency, rate) values (?, ?, ?)
                on conflict (currency, day) do update set rate = excluded.rate
                """)) {
            rates.forEach(rate -> batch.add(rate.day, rate.currency, rate.rate));
            batch.execute();
        }
    }

    static boolean remove(Handle handle, LocalDate day, String currency) {
        return handle.execute("delete from exchange_rate where day = ? and currency = ?", day, currency) > 0;
    }

    /** Whether amounts are kept that another reporting currency would turn into wrong ones. */
    static boolean binds(Handle handle, String otherReporting) {
        return handle.select("""
                        select exists (select from exchange_rate)
                            or exists (select from order_line where current and (rate is not null or currency <> ?))
                            or exists (select from subscription where current and (rate is not null or currency <> ?))
                            or exists (select from campaign_day where current and (rate is not null or currency <> ?))
                        """, otherReporting, otherReporting, otherReporting)
                .mapTo(boolean.class)
                .one();
    }

    public String since() {
        return day.toString();
    }

    public String text() {
        return rate.toPlainString();
    }
}
