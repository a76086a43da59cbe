package dev.rapport.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    @Test
    void whatFlywayMigratedIsCurrent() {
        assertThat(new Schema(FreshDatabase.create()).isCurrent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '4'",
                "update flyway_schema_history set success = false where version = '330'",
                "delete from flyway_schema_history where version = '330'",
                "insert into flyway_schema_history"
                        + " select 1000, '9999', description, type, 'V9999__later.sql', 1, installed_by, installed_on, 1, true"
                        + " from flyway_schema_history where version = '330'",
                "drop table flyway_schema_history"
            })
    void whatDiffersIsNot(String change) throws SQLException {
        DataSource source = FreshDatabase.create();
        execute(source, change);

        assertThat(new Schema(source).isCurrent()).isFalse();
    }

    @Test
    void anEmptyDatabaseIsMigrated() throws SQLException {
        DataSource source = FreshDatabase.create();
        execute(source, "drop schema public, rollup_next, rollup_old cascade; create schema public");

        new Schema(source).migrate();

        assertThat(new Schema(source).isCurrent()).isTrue();
    }

    @Test
    void aMigrationThatWasAnotherOnceStopsTheStart() throws SQLException {
        DataSource source = FreshDatabase.create();
        execute(source, "update flyway_schema_history set checksum = checksum + 1 where version = '4'");

        assertThatThrownBy(() -> new Schema(source).migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("version 4");
    }

    @Test
    void aJarHasTheSameMigrations(@TempDir Path folder) throws IOException, URISyntaxException {
        Path classes = Path.of(
                Schema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jar = folder.resolve("some.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(classes.resolve(Migrations.FOLDER))) {
            entries.putNextEntry(new JarEntry(Migrations.FOLDER));
            for (Path file : files.toList()) {
                entries.putNextEntry(new JarEntry(Migrations.FOLDER + file.getFileName()));
                Files.copy(file, entries);
            }
        }

        assertThat(Migrations.in(jar)).isNotEmpty().isEqualTo(Migrations.in(classes));
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
