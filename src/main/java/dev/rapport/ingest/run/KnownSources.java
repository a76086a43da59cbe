package dev.rapport.ingest.run;

import dev.rapport.ingest.store.Sources;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Lists the names of the sources there are, to choose from. */
public final class KnownSources {
    private KnownSources() {}

    public static List<String> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sources.names(connection);
        }
    }
}
