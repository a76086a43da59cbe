package dev.rapport.cube.build;

import dev.rapport.team.RevenueRuleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Marks all days with orders dirty when shipping or tax becomes part of revenue, or no longer is. */
@ApplicationScoped
public class RevenueRuleChange {
    private final DataSource database;

    RevenueRuleChange(DataSource database) {
        this.database = database;
    }

    void onChange(@Observes RevenueRuleChanged change) throws SQLException {
        try (Connection connection = database.getConnection()) {
            DirtyDays.mark(connection, "revenue", FactTimes.of("revenue"));
        }
    }
}
