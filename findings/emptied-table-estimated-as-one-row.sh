#!/usr/bin/env bash
# What one would guess: rows loaded since the last ANALYZE are estimated by the size the table has now, as PostgreSQL does for
#   a table that was never analyzed; statistics of an empty table are at worst as good as none.
# What really happens: a table that was emptied by DELETE and analyzed before its pages were given back is remembered as
#   "pages, but no rows in them". The density 0 is multiplied by whatever size the file has later, so 10,000 new rows are
#   estimated at 1, and the join of the table with itself is a nested loop that compares a hundred million pairs (12 seconds
#   instead of 5 milliseconds, seen). A fresh table, or one emptied by TRUNCATE and analyzed just the same, is estimated well.
#   ANALYZE inside the loading transaction mends it, before the commit.
#   (Autovacuum is off for these tables, so that it does not mend the case by chance while the script runs. Within one
#   transaction it could not help anyway.)
# Versions: PostgreSQL 18.4 (io.zonky.test.postgres binaries 18.4.0, io.zonky.test:embedded-postgres 2.2.2); Java 17.0.15.
# Date: 2026-11-30
# Source: PostgreSQL's manual, "Statistics Used by the Planner": reltuples and relpages are scaled to the current size.
# Why it matters here: figures that are replaced in one transaction (delete the old ones, load, derive further ones by joins)
#   grow with the square of the rows after one empty import, and no load test on a fresh database shows it.
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

cat > "$tmp/Emptied.java" <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

class Emptied {
    static List<String> ask(Connection db, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = db.createStatement()) {
            if (statement.execute(sql)) {
                for (var rows = statement.getResultSet(); rows.next(); ) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }

    /** Rows that the planner expects of the table, and how it would join the table with itself. */
    static String plan(Connection db) throws SQLException {
        var rows = Pattern.compile("rows=(\\d+)").matcher(ask(db, "explain select * from fact").get(0));
        rows.find();
        String join = ask(db, "explain select * from fact a join fact b using (person)").stream()
                .filter(line -> line.matches(".*(Nested Loop|Merge Join|Hash Join).*"))
                .findFirst()
                .orElseThrow()
                .replaceAll(" *\\(.*", "")
                .strip();
        return rows.group(1) + " rows, " + join;
    }

    public static void main(String[] args) throws Exception {
        boolean shows = true;
        try (var postgres = EmbeddedPostgres.start(); var db = postgres.getPostgresDatabase().getConnection()) {
            System.out.println(ask(db, "select version()").get(0).replaceAll(" on .*", ""));
            for (String emptied : new String[] {"never filled", "truncate fact", "delete from fact"}) {
                ask(db, "drop table if exists fact");
                ask(db, "create table fact (person int, amount int) with (autovacuum_enabled = false)");
                if (!emptied.startsWith("never")) {
                    ask(db, "insert into fact select i, i from generate_series(1, 1000) i");
                    ask(db, emptied);
                    ask(db, "analyze fact");
                }
                String known = ask(db, "select relpages || ' pages, ' || reltuples || ' rows' from pg_class where relname = 'fact'").get(0);
                db.setAutoCommit(false);
                ask(db, "insert into fact select i, i from generate_series(1, 10000) i");
                String loaded = plan(db);
                ask(db, "analyze fact");
                String analyzed = plan(db);
                db.commit();
                db.setAutoCommit(true);
                System.out.printf("%-17s known: %-17s 10,000 loaded: %-25s analyzed: %s%n", emptied, known, loaded, analyzed);
                boolean lost = loaded.equals("1 rows, Nested Loop");
                shows &= lost == emptied.startsWith("delete") && analyzed.startsWith("10000 rows") && !analyzed.endsWith("Loop");
            }
        }
        System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
        System.exit(shows ? 0 : 1);
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.io.tmpdir="$tmp" -cp "$tmp/lib/*" "$tmp/Emptied.java"
