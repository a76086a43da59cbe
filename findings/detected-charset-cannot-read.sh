#!/usr/bin/env bash
# What one would guess: a CSV file with pound signs in windows-1252 is detected as windows-1252, the more surely the more
#   rows it has; and whatever charset a detector names can at least decode the very bytes it was shown.
# What really happens: with one row it says WINDOWS-1252. From the second row on it says GB18030, and these bytes are no valid
#   GB18030: the strict decoder of the charset named refuses them. With the sign behind the number it is right. Signs that are
#   as common do the same: the dash of a range, the yen, the section sign. The lenient decoder garbles every such row.
#   Trying the charset strictly is no cure, as the reverse shows: GBK decodes a German name to other letters without an error.
# Versions: com.github.albfernandez:juniversalchardet 2.5.0; Java 17.0.15 and 25.0.3.
# Date: 2026-11-30
# Source: albfernandez/juniversalchardet, issue 11 (degree signs before digits, closed when GB18030 was switched off in 2.0) and
#   issue 34 (which asked for it back). That two rows suffice, and that the bytes are not even valid, is seen below.
# Why it matters here: a table of revenue from a British spreadsheet is turned down, or its amounts vanish from customer value,
#   while the same table with the sign behind the number is read.
set -euo pipefail

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=com.github.albfernandez:juniversalchardet:2.5.0 -DoutputDirectory="$tmp/lib" >&2

cat > "$tmp/Detected.java" <<'JAVA'
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.mozilla.universalchardet.UniversalDetector;

class Detected {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    static String detect(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    /** The text, or null when the bytes are not valid in the charset. */
    static String strictly(byte[] bytes, String charset) {
        try {
            return Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException refused) {
            return null;
        }
    }

    static String file(String row, int rows) {
        var text = new StringBuilder("customer,amount\n");
        for (int i = 1; i <= rows; i++) {
            text.append(row.formatted(i, 10 + i * 7 % 90)).append('\n');
        }
        return text.toString();
    }

    public static void main(String[] args) {
        System.out.println("juniversalchardet 2.5.0, Java " + System.getProperty("java.version"));
        System.out.printf("%-22s %5s  %-14s %s%n", "row", "rows", "detected", "its strict decoder");
        boolean shows = true;
        String[] refused = {"C%d,\u00a3%d.50", "C%d,%d\u201390", "C%d,\u00a5%d", "C%d,\u00a7%d"};
        for (String row : refused) {
            for (int rows : new int[] {1, 2, 200}) {
                String text = file(row, rows);
                byte[] bytes = text.getBytes(WINDOWS);
                String detected = detect(bytes);
                String read = strictly(bytes, detected);
                System.out.printf("%-22s %5d  %-14s %s%n", row.formatted(1, 17), rows, detected,
                        read == null ? "REFUSES" : read.equals(text) ? "reads it" : "reads another text");
                shows &= rows == 1 || read == null;
            }
        }
        String behind = file("C%d,%d.50\u00a3", 200);
        String detected = detect(behind.getBytes(WINDOWS));
        System.out.printf("%-22s %5d  %-14s %s%n", "C1,17.50\u00a3", 200, detected,
                behind.equals(strictly(behind.getBytes(WINDOWS), detected)) ? "reads it" : "does not");
        shows &= behind.equals(strictly(behind.getBytes(WINDOWS), detected));

        String lenient = new String("C1,\u00a317.50\n".getBytes(WINDOWS), Charset.forName("GB18030"));
        System.out.println("lenient GB18030 of C1,\u00a317.50: " + lenient.strip());
        String german = strictly("M\u00fcller".getBytes(WINDOWS), "GBK");
        System.out.println("strict GBK of M\u00fcller, as windows-1252 has it: " + german);
        shows &= german != null && !german.equals("M\u00fcller");
        System.out.println(shows ? "The surprise shows." : "The surprise is gone.");
        System.exit(shows ? 0 : 1);
    }
}
JAVA
"$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp "$tmp/lib/*" "$tmp/Detected.java"
