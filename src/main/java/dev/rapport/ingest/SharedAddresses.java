package dev.rapport.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Lists for the report an import's addresses that were named with several customer numbers, in it or in others. */
final class SharedAddresses {
    private SharedAddresses() {}

    static List<ImportPage.SharedAddress> of(DataSource database, int importId, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select email, string_agg(distinct number, ', ' order by number)
                        from address_claim where email in (select email from address_claim where import_id = ?)
                        group by email having min(number) <> max(number) order by email limit ?
                        """)) {
            statement.setInt(1, importId);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                List<ImportPage.SharedAddress> shared = new ArrayList<>();
                while (row.next()) {
                    shared.add(new ImportPage.SharedAddress(row.getString(1), row.getString(2)));
                }
                return shared;
            }
        }
    }
}
