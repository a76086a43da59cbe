package dev.rapport.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FreshDatabaseTest {
    @Test
    void isMigratedAndNobodyElses() throws SQLException {
        try (var one = FreshDatabase.create().getConnection();
                var other = FreshDatabase.create().getConnection();
                var statement = one.createStatement();
                var reader = other.createStatement()) {
            statement.execute("update settings set zone = 'Europe/Berlin'");
            try (var row = reader.executeQuery("select zone from settings")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("UTC");
            }
        }
    }
}
