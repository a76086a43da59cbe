#!/usr/bin/env bash
# What one would guess: Connection.abort of a connection taken from a pool does what the JDBC manual says of it and the driver does:
#   the line to the database is closed, and whoever waits for a statement on it hears of that at once.
# What really happens: Agroal's wrapper first puts its "closed" stand-in in the place of the driver's connection and then calls abort
#   on that stand-in. No error is raised, the wrapper says it is closed, and the statement goes on to its end; its thread
#   gets the result as if nothing had been. abort on the driver's own connection, by unwrap, ends the wait within milliseconds.
#   What a pool interceptor (onConnectionAcquire) is given is such a wrapper, too, and a new one each time: a map
#   by connection never finds what it has put in.
# Versions: Agroal 3.0.1 (the pool of Quarkus 3.33), PostgreSQL JDBC 42.7.10, PostgreSQL 18.6 (io.zonky.test.postgres binaries 18.6.0);
#   Java 17.0.15.
# Date: 2026-11-30
# Source: java.sql.Connection, abort: "terminates an open connection"; Agroal's ConnectionWrapper.
# Why it matters here: a dashboard must answer its readers when the database is frozen, and abort is JDBC's way to give up on one. Through
#   the pool it silently gives up nothing, and the readers wait on.
set -euo pipefail

case "$(uname -sm)" in
    "Linux x86_64") platform=linux-amd64 ;;
    "Linux aarch64") platform=linux-arm64v8 ;;
    *) echo "written for Linux only" >&2; exit 2 ;;
esac
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

cat > "$tmp/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>findings</groupId><artifactId>findings</artifactId><version>1</version>
    <dependencies>
        <dependency>
            <groupId>io.agroal</groupId><artifactId>agroal-pool</artifactId><version>3.0.1</version>
        </dependency>
        <dependency>
            <groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.10</version>
        </dependency>
        <dependency>
            <groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version>
        </dependency>
        <dependency>
            <groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-$platform</artifactId>
            <version>18.6.0</version>
        </dependency>
    </dependencies>
</project>
XML
mvn -q -B -f "$tmp/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DoutputDirectory="$tmp/lib" -DincludeScope=runtime

cat > "$tmp/Abort.java" <<'JAVA'
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

public class Abort {
    public static void main(String[] arguments) throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (var asked = DriverManager.getConnection(url);
                    var row = asked.createStatement().executeQuery("show server_version")) {
                row.next();
                System.out.println("Agroal " + AgroalDataSource.class.getPackage().getImplementationVersion() + ", PostgreSQL "
                        + row.getString(1) + ", JDBC " + asked.getMetaData().getDriverVersion());
            }
            var pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(size -> size.maxSize(2)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                    .principal(new NamePrincipal("postgres"))
                                    .credential(new SimplePassword("postgres")))));
            String plain = aborted("the driver's own connection", DriverManager.getConnection(url));
            String pooled = aborted("the pool's connection", pool.getConnection());
            boolean shows = plain.startsWith("failed") && pooled.equals("its result");
            System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
            System.exit(shows ? 0 : 1);
        }
    }

    /** What a statement of four seconds comes to when its connection is aborted after one. */
    private static String aborted(String what, Connection connection) throws Exception {
        long start = System.nanoTime();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select 'its result' from pg_sleep(4)")) {
                row.next();
                return row.getString(1);
            } catch (SQLException e) {
                return "failed with " + e.getSQLState();
            }
        });
        Thread.sleep(1_000);
        connection.abort(Runnable::run);
        String came = waiting.join();
        System.out.printf("abort of %-28s closed: %-6s the statement: %-18s after %.1f s%n",
                what + ",", connection.isClosed(), came, (System.nanoTime() - start) / 1e9);
        return came;
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.io.tmpdir="$tmp" -cp "$tmp/lib/*" "$tmp/Abort.java" 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
