package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.FreshDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void anEmptyDatabaseIsMigrated() throws SQLException {
        DataSource migrated = FreshDatabase.create();
        DataSource source = FreshDatabase.create();
        execute(source, "drop schema public, rollup_next, rollup_old cascade; create schema public");

        new Schema(source).migrate();

        assertThat(applied(source)).isPositive().isEqualTo(applied(migrated));
    }

    @Test
    void whatIsMigratedStaysAsItIs() throws SQLException {
        DataSource source = FreshDatabase.create();
        int before = applied(source);

        new Schema(source).migrate();

        assertThat(applied(source)).isEqualTo(before);
    }

    @Test
    void aMigrationThatWasAnotherOnceStopsTheStart() throws SQLException {
        DataSource source = FreshDatabase.create();
        execute(source, "update flyway_schema_history set checksum = checksum + 1 where version = '4'");

        assertThatThrownBy(() -> new Schema(source).migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("version 4");
    }

    private static int applied(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from flyway_schema_history where success")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
