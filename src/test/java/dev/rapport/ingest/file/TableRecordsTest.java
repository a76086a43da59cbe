package dev.rapport.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRecordsTest {
    private static final Dialect COMMA = new Dialect(StandardCharsets.UTF_8, ',', '"', true, 0);

    private final List<String> bad = new ArrayList<>();

    @Test
    void anOpenQuoteCostsItsLineAndNothingElse() throws IOException {
        assertThat(read("a,b\n1,\"open\n2,two\n3,three\n", COMMA)).containsExactly("1: a|b", "3: 2|two", "4: 3|three");
        assertThat(bad).containsExactly("2 QUOTES 1,\"open");
    }

    @Test
    void aQuoteInTheWrongPlaceCostsItsRow() throws IOException {
        assertThat(read("a,b\n\"x\"y,1\n2,5\" pipe\n", COMMA)).containsExactly("1: a|b", "3: 2|5\" pipe");
        assertThat(bad).containsExactly("2 QUOTES \"x\"y,1");
    }

    @Test
    void linesEndAsTheyLike() throws IOException {
        assertThat(read("a,b\r1,2\r\n\r\n3,\"4\r\n5\"\n6,7", COMMA))
                .containsExactly("1: a|b", "2: 1|2", "4: 3|4\r\n5", "6: 6|7");
    }

    @Test
    void nulAndWrongBytesCostTheirRow() throws IOException {
        assertThat(read("a,b\n1,\0\n2,x\n", COMMA)).containsExactly("1: a|b", "3: 2|x");
        assertThat(bad).containsExactly("2 NUL 1,\u2400");
        bad.clear();
        byte[] latin = "a,b\n1,caf\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin, COMMA)).containsExactly("1: a|b", "3: 2|x");
        assertThat(bad).containsExactly("2 BYTES 1,caf\ufffd");
    }

    @Test
    void anEndlessQuoteDoesNotSwallowTheFile() throws IOException {
        String file = "a,b\n1,\"open\n" + "2,two\n".repeat(200_000);
        List<String> rows = read(file, COMMA);
        assertThat(rows).hasSize(200_001).startsWith("1: a|b", "3: 2|two").endsWith("200002: 2|two");
        assertThat(bad).containsExactly("2 QUOTES 1,\"open");
    }

    @Test
    void aLineWithoutEndIsOneBadRow() throws IOException {
        assertThat(read("a,b\n" + "x".repeat(2_000_000) + "\n2,two\n", COMMA)).containsExactly("1: a|b", "3: 2|two");
        assertThat(bad).hasSize(1).allMatch(text -> text.startsWith("2 TOO_LONG xxx"));
    }

    @Test
    void byteOrderMarkAndWideCharactersAreNoContent() throws IOException {
        assertThat(read("\ufeffa,b\n1,2\n", COMMA)).containsExactly("1: a|b", "2: 1|2");
        Dialect wide = COMMA.with(StandardCharsets.UTF_16LE);
        assertThat(read("\ufeffa,\u00fc\n1,2\n".getBytes(StandardCharsets.UTF_16LE), wide))
                .containsExactly("1: a|\u00fc", "2: 1|2");
    }

    private List<String> read(String text, Dialect dialect) throws IOException {
        return read(text.getBytes(dialect.charset()), dialect);
    }

    private List<String> read(byte[] bytes, Dialect dialect) throws IOException {
        List<String> rows = new ArrayList<>();
        try (TableRecords records = new TableRecords(
                new ByteArrayInputStream(bytes),
                dialect,
                one -> bad.add(one.line() + " " + one.fault() + " " + one.text()))) {
            while (records.next()) {
                rows.add(records.line() + ": " + String.join("|", records.fields()));
            }
        }
        return rows;
    }
}
