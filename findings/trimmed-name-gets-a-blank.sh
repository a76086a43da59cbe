#!/usr/bin/env bash
# What one would guess: a text without outer blanks has none after NFKC either, since normalising changes how letters are
#   written, and blanks are no letters; so trimming first is as good as trimming last.
# What really happens: NFKC writes a spacing accent as a blank and a combining accent. Some fifty characters that are neither
#   blank nor near one so begin with a blank afterwards: the acute accent that many type for an apostrophe, the macron of the
#   shrug, the Arabic vowel signs. Within a name it becomes two words. And the no-break space, a blank by its looks and by
#   Character.isSpaceChar but not to strip(), comes out as a plain one, so that strip() then takes it away. Java's strip and
#   PostgreSQL's btrim agree in all of it: trimmed, normalised, trimmed again is another text.
# Versions: Java 17.0.15 and 25.0.3; PostgreSQL 18.4 (io.zonky.test.postgres binaries 18.4.0, io.zonky.test:embedded-postgres 2.2.2).
# Date: 2026-11-30
# Source: compatibility mappings in Unicode's UnicodeData.txt, for example of U+00B4: <compat> 0020 0301.
# Why it matters here: a channel whose name is trimmed as it comes in and normalised for comparing has a key with a leading
#   blank; the same name from another source, normalised first, has it without, and one channel is shown as two that look equal.
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

cat > "$tmp/Blank.java" <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.text.Normalizer;
import java.util.ArrayList;

class Blank {
    static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static boolean trimmed(String text) {
        return text.strip().equals(text);
    }

    public static void main(String[] args) throws Exception {
        var found = new ArrayList<String>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String one = Character.toString(c);
            boolean text = Character.isDefined(c) && Character.getType(c) != Character.SURROGATE && !Character.isSpaceChar(c);
            if (text && trimmed(one) && !trimmed(nfkc(one))) {
                found.add("U+%04X".formatted(c));
            }
        }
        System.out.println("Java " + System.getProperty("java.version") + ": " + found.size()
                + " characters without a blank have one at the edge in NFKC, " + String.join(" ", found.subList(0, 6)) + " ...");
        boolean shows = found.size() > 20;

        String[] names = {"\u00b4Til Monday", "\u00af\\_(\u30c4)_/\u00af", "\u00a0Team", "Rock\u00b4n\u00b4Roll"};
        try (var postgres = EmbeddedPostgres.start();
                var db = postgres.getPostgresDatabase().getConnection();
                var statement = db.prepareStatement("select normalize(btrim(?), nfkc)")) {
            System.out.println("PostgreSQL " + db.getMetaData().getDatabaseProductVersion() + " says the same:");
            for (String name : names) {
                String key = nfkc(name.strip());
                statement.setString(1, name);
                var rows = statement.executeQuery();
                rows.next();
                String same = rows.getString(1);
                System.out.printf("  [%s] trimmed, then NFKC: [%s] %s, words: %d%n", name, key, trimmed(key) ? "trimmed" : "NOT trimmed",
                        key.strip().split(" ").length);
                shows &= same.equals(key);
                shows &= name.startsWith("Rock") ? key.split(" ").length == 3 : key.startsWith(" ");
            }
        }
        System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
        System.exit(shows ? 0 : 1);
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.io.tmpdir="$tmp" -cp "$tmp/lib/*" "$tmp/Blank.java"
