#!/usr/bin/env bash
# What one would guess: the day of a moment starts at or before that moment; Java and PostgreSQL, with the same rules of the
#   zone, start it at the same moment; and whoever asks for its date in either finds the same one.
# What really happens: where clocks go back at 01:00 to 00:00 (Havana, the Azores) midnight comes twice. Java's
#   LocalDate.atStartOfDay takes the first, PostgreSQL's "timestamp at time zone" the second, so by its bounds the first hour of
#   that day falls to the day before, which ends an hour late. date_trunc('day', moment,
#   zone) even answers a moment AFTER the one it was given. The date of the moment, cast to date, is right in both.
# Versions: PostgreSQL 18.4 (io.zonky.test.postgres binaries 18.4.0, io.zonky.test:embedded-postgres 2.2.2); Java 17.0.15 and 25.0.3.
# Date: 2026-11-30
# Source: Javadoc of LocalDate.atStartOfDay ("the earlier offset"); PostgreSQL's manual on ambiguous timestamps (the offset
#   just after the change). That date_trunc goes up is said in neither; a comment in elastic/elasticsearch, pull request
#   27976, met it with PostgreSQL 9.2 and Newfoundland.
# Why it matters here: visits of one hour a year are in another day, or in two or none, when one half of the product bounds days
#   by Java and the other by SQL; daily actives then differ between a chart and its export.
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
            <groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version>
            <exclusions>
                <exclusion><groupId>io.zonky.test.postgres</groupId><artifactId>*</artifactId></exclusion>
            </exclusions>
        </dependency>
        <dependency>
            <groupId>io.zonky.test.postgres</groupId>
            <artifactId>embedded-postgres-binaries-$platform</artifactId><version>18.4.0</version>
        </dependency>
        <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
    </dependencies>
</project>
XML
mvn -q -B -f "$tmp/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$tmp/lib" >&2

cat > "$tmp/Midnight.java" <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

class Midnight {
    static String ask(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A timestamptz as a moment. */
    static Instant moment(Connection db, String sql) throws SQLException {
        return Instant.ofEpochSecond(Long.parseLong(ask(db, "select extract(epoch from " + sql + ")::bigint")));
    }

    public static void main(String[] args) throws Exception {
        boolean shows = true;
        try (var postgres = EmbeddedPostgres.start(); var db = postgres.getPostgresDatabase().getConnection()) {
            System.out.println(ask(db, "select version()").replaceAll(" on .*", "") + ", Java " + System.getProperty("java.version"));
            String[][] cases = {{"America/Havana", "2024-11-03"}, {"Atlantic/Azores", "2024-10-27"}};
            for (String[] one : cases) {
                var zone = ZoneId.of(one[0]);
                var day = LocalDate.parse(one[1]);
                Instant java = day.atStartOfDay(zone).toInstant();
                Instant sql = moment(db, "timestamp '%s' at time zone '%s'".formatted(day, zone));
                Instant visit = java.plusSeconds(1800);
                Instant truncated = moment(db, "date_trunc('day', timestamptz '%s', '%s')".formatted(visit, zone));
                String date = ask(db, "select (timestamptz '%s' at time zone '%s')::date".formatted(visit, zone));
                System.out.printf("%s, %s%n  starts in Java       %s%n  starts in PostgreSQL %s%n", zone, day, java, sql);
                System.out.printf("  a visit at           %s, %s in Java, %s in PostgreSQL%n", visit, LocalDate.ofInstant(visit, zone), date);
                System.out.printf("  date_trunc of it     %s%n", truncated);
                shows &= sql.equals(java.plusSeconds(3600))
                        && truncated.isAfter(visit)
                        && LocalDate.ofInstant(visit, zone).equals(day)
                        && date.equals(day.toString());
            }
        }
        System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
        System.exit(shows ? 0 : 1);
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.io.tmpdir="$tmp" -cp "$tmp/lib/*" "$tmp/Midnight.java"
