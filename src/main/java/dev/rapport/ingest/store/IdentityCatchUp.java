package dev.rapport.ingest.store;

import dev.rapport.person.Identities;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Joins the people whose numbers and addresses were stored before the two were held against each other. */
public final class IdentityCatchUp {
    private IdentityCatchUp() {}

    /** Soon done where there is nothing to join. */
    public static void run(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int[] joined = Identities.catchUp(connection);
                if (joined.length > 0) {
                    QueryPlans.prepare(connection, joined.length);
                    TraitMerge.names(connection, joined, true);
                    SegmentRefresh.refresh(connection, joined);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
