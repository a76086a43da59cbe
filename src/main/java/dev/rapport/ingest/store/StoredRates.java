package dev.rapport.ingest.store;

import dev.rapport.db.SqlBuilder;
import dev.rapport.ingest.mapping.ExchangeRates;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Reads the stored exchange rates, and the currency in which money is reported. */
public final class StoredRates {
    private StoredRates() {}

    public static ExchangeRates read(Handle handle) {
        ExchangeRates rates = handle.select("select currency from settings")
                .mapTo(String.class)
                .findOne()
                .map(ExchangeRates::in)
                .orElse(ExchangeRates.NONE);
        new SqlBuilder()
                .add("select currency, day, rate from exchange_rate")
                .read(
                        handle,
                        row -> rates.keep(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3)));
        return rates;
    }
}
