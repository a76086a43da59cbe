package dev.rapport.ingest.run;

import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.store.StoredRates;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the stored exchange rates, for a preview. */
public final class KnownRates {
    private KnownRates() {}

    public static ExchangeRates of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return StoredRates.read(connection);
        }
    }
}
