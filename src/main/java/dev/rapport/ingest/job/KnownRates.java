package dev.rapport.ingest.job;

import dev.rapport.ingest.row.Rates;
import dev.rapport.ingest.store.StoredRates;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The rates that are kept, for a preview. */
public final class KnownRates {
    private KnownRates() {}

    public static Rates of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return StoredRates.read(connection);
        }
    }
}
