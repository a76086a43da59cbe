#!/usr/bin/env bash
# What one would guess: toUpperCase then toLowerCase, the usual way in Java to compare without regard to case, finds equal
#   at least what toLowerCase alone finds equal; a text folded twice is the text folded once; and what a name starts with, folded,
#   is what the folded name starts with.
# What really happens: one letter of all Unicode breaks the first two. The capital sharp s has a lower case, but is nobody's
#   upper case: STRASSE written with it folds to the sharp s, while the lower-case word folds to ss. So toLowerCase and
#   equalsIgnoreCase say the two are one, the fold meant to be stronger says two, and folding again joins them after all.
#   Nor does the third hold: a Greek sigma at the end of a word becomes another letter than within, so a folded beginning is
#   not found. PostgreSQL's casefold answers all three as guessed, so the two sides of a product disagree about names.
# Versions: Java 17.0.15 and 25.0.3; PostgreSQL 18.4 (io.zonky.test.postgres binaries 18.4.0, io.zonky.test:embedded-postgres
#   2.2.2), collation pg_unicode_fast.
# Date: 2026-11-30
# Source: Unicode's SpecialCasing.txt (upper case of the sharp s stays SS) and CaseFolding.txt; that both together undo the idiom
#   was found by going through all letters, as below.
# Why it matters here: one campaign in capitals, as on a poster, and in lower case, as in the address of a link, is counted as
#   two; and a filter by how a name begins, typed in capitals, finds nothing.
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

cat > "$tmp/Folded.java" <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Locale;

class Folded {
    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static String casefold(Connection db, String text) throws SQLException {
        try (var statement = db.prepareStatement("select casefold(? collate pg_unicode_fast)")) {
            statement.setString(1, text);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    public static void main(String[] args) throws Exception {
        var byLower = new HashMap<String, String>();
        List<String> split = new ArrayList<>();
        List<String> unstable = new ArrayList<>();
        int letters = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isLetter(c)) {
                letters++;
                String letter = Character.toString(c);
                String other = byLower.putIfAbsent(letter.toLowerCase(Locale.ROOT), letter);
                if (other != null && !fold(other).equals(fold(letter))) {
                    split.add(other + " " + letter);
                }
                if (!fold(fold(letter)).equals(fold(letter))) {
                    unstable.add(letter);
                }
            }
        }
        System.out.println("Java " + System.getProperty("java.version") + ", " + letters + " letters");
        System.out.println("one by toLowerCase, two by the fold: " + split + "; changed by folding twice: " + unstable);

        String capitals = "STRA\u1e9eE";
        String small = "stra\u00dfe";
        System.out.printf("%s, %s: folded %s, %s; equalsIgnoreCase %s; folded twice %s, %s%n", capitals, small, fold(capitals), fold(small),
                capitals.equalsIgnoreCase(small), fold(fold(capitals)), fold(fold(small)));
        String begin = "\u039f\u0394\u039f\u03a3";
        String name = begin + "\u0397\u039c\u0391";
        System.out.printf("%s starts with %s: %s; folded %s, %s: %s%n", name, begin, name.startsWith(begin), fold(name), fold(begin),
                fold(name).startsWith(fold(begin)));
        boolean shows = split.size() == 1
                && unstable.equals(List.of("\u1e9e"))
                && capitals.equalsIgnoreCase(small)
                && !fold(capitals).equals(fold(small))
                && fold(fold(capitals)).equals(fold(fold(small)))
                && !fold(name).startsWith(fold(begin));

        try (var postgres = EmbeddedPostgres.start(); var db = postgres.getPostgresDatabase().getConnection()) {
            System.out.printf("PostgreSQL %s casefold: %s, %s; %s, %s%n", db.getMetaData().getDatabaseProductVersion(), casefold(db, capitals),
                    casefold(db, small), casefold(db, name), casefold(db, begin));
            shows &= casefold(db, capitals).equals(casefold(db, small)) && casefold(db, name).startsWith(casefold(db, begin));
        }
        System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
        System.exit(shows ? 0 : 1);
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.io.tmpdir="$tmp" -cp "$tmp/lib/*" "$tmp/Folded.java"
