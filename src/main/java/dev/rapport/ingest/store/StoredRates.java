package dev.rapport.ingest.store;

import dev.rapport.ingest.mapping.ExchangeRates;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the stored exchange rates, and the currency in which money is reported. */
public final class StoredRates {
    private StoredRates() {}

    public static ExchangeRates read(Connection connection) throws SQLException {
        ExchangeRates rates = ExchangeRates.NONE;
        try (var statement = connection.prepareStatement("select currency from settings");
                var row = statement.executeQuery()) {
            if (row.next()) {
                rates = ExchangeRates.in(row.getString(1));
            }
        }
        try (var statement = connection.prepareStatement("select currency, day, rate from exchange_rate");
                var row = statement.executeQuery()) {
            while (row.next()) {
                rates.keep(row.getString(1), row.getDate(2).toLocalDate(), row.getBigDecimal(3));
            }
        }
        return rates;
    }
}
