package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rapport.db.JdbiSetup;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.web.CsvStyle;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What PostgreSQL copies out, byte by byte, as {@link CsvTable} would write it. */
class RowCopyTest {
    private static final DataSource DATABASE = FreshDatabase.create();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "a,b",
            "a;b",
            "say \"hi\"",
            "two\r\nlines",
            "=1+1",
            "+49 30",
            "-2",
            "@me",
            "\tx",
            "\rx",
            "\nx",
            "'x",
            "'=1",
            "''+1",
            "''",
            "\uff1d1",
            "'\uff20x",
            "\uff0b\"1",
            "\uff0d",
            "\uff0cno sign of a formula",
            "\"=1",
            "\\N",
            "\\",
            "back\\slash\\t",
            "\b\f\u000B\u0001",
            "Zoë \uD83D\uDE00 你好",
            "# no comment",
            "null",
            "x".repeat(200_000) + ",");

    @Test
    void writesTextsAsTheTableDoes() throws SQLException, IOException {
        RowQuery query = new RowQuery.Builder()
                .add(
                        "select text as comment, text as subject, place as key from unnest(?) with ordinality as t(text, place)",
                        (Object) TEXTS.toArray(String[]::new))
                .done("place", RowColumn.COMMENT, RowColumn.SUBJECT, RowColumn.KEY);
        for (CsvStyle style : CsvStyle.values()) {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            CsvTable table = new CsvTable(expected, style);
            table.plain("comment").plain("subject").plain("key").end();
            for (int i = 0; i < TEXTS.size(); i++) {
                table.text(TEXTS.get(i)).text(TEXTS.get(i)).number(i + 1).end();
            }
            table.finish();
            assertThat(written(query, BERLIN, style)).isEqualTo(expected.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void numbersHaveTheDecimalSignOfTheStyle() throws SQLException, IOException {
        RowQuery query = new RowQuery.Builder()
                .add("select 1234.50 as amount, -1.5e-7::float8 as score, '1.5' as comment")
                .done("1", RowColumn.AMOUNT, RowColumn.SCORE, RowColumn.COMMENT);

        assertThat(written(query, BERLIN, CsvStyle.SEMICOLON))
                .isEqualTo("\uFEFFamount;score;comment\r\n1234,5;-0,00000015;1.5\r\n");
    }

    @Test
    void momentsAreIsoInReportingTimeToTheMillisecond() throws SQLException, IOException {
        assertThat(moments("Europe/Berlin", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-07-01T10:00:00.123999Z"))
                .containsExactly(
                        "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-07-01T12:00:00.123+02:00");
        assertThat(moments("UTC", "2026-07-01T10:00:00.12Z", "2026-07-01T10:00:00.0004Z", "2026-07-01T10:00:05.100Z"))
                .containsExactly("2026-07-01T10:00:00.12Z", "2026-07-01T10:00:00Z", "2026-07-01T10:00:05.1Z");
        assertThat(moments("Asia/Kolkata", "2026-07-01T10:00Z")).containsExactly("2026-07-01T15:30:00+05:30");
        assertThat(moments("America/St_Johns", "2026-07-01T10:00Z")).containsExactly("2026-07-01T07:30:00-02:30");
        assertThat(moments("Europe/Berlin", "1880-01-01T00:00Z")).containsExactly("1880-01-01T00:53:28+00:53:28");
    }

    /** Of a zone whose law PostgreSQL knows otherwise, moments come as days were counted: by Java's rules. */
    @Test
    void momentsAreWrittenByTheRulesThatDaysAreCountedBy() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update zone_rules set zone = 'America/Vancouver', as_postgres = false");
        }
        String offset = ZoneId.of("America/Vancouver")
                .getRules()
                .getOffset(Instant.parse("2026-11-20T20:00:00Z"))
                .toString();

        assertThat(moments("America/Vancouver", "2026-11-20T20:00:00.5Z", "2026-07-01T10:00:00Z"))
                .containsExactly(
                        (offset.equals("-08:00") ? "2026-11-20T12:00:00.5" : "2026-11-20T13:00:00.5") + offset,
                        "2026-07-01T03:00:00-07:00");
    }

    private static List<String> moments(String zone, String... moments) throws SQLException {
        RowQuery query = new RowQuery.Builder()
                .add(
                        "select at::timestamptz as at, place as key from unnest(?) with ordinality as t(at, place)",
                        (Object) moments)
                .done("key", RowColumn.AT, RowColumn.KEY);
        try (Connection connection = DATABASE.getConnection()) {
            return csv(connection, query, ZoneId.of(zone)).stream()
                    .skip(1)
                    .map(record -> record.getField(0))
                    .toList();
        }
    }

    @Test
    void numbersKeepTheirPrecisionAndLoseTheirZeros() throws SQLException, IOException {
        List<String> numbers = List.of(
                "0", "0.000", "-2.50", "8911407.904000", "33.333333333333333333", "1200", "100.0", "0.00000001");
        RowQuery query = new RowQuery.Builder()
                .add(
                        "select number::numeric as amount, place as key, place = 1 as converted, null::numeric as score"
                                + " from unnest(?) with ordinality as t(number, place)",
                        (Object) numbers.toArray(String[]::new))
                .done("key", RowColumn.AMOUNT, RowColumn.KEY, RowColumn.CONVERTED, RowColumn.SCORE);
        StringBuilder expected = new StringBuilder("\uFEFFamount,key,converted,score\r\n");
        for (int i = 0; i < numbers.size(); i++) {
            expected.append(CsvTable.plain(new BigDecimal(numbers.get(i))));
            expected.append(",%d,%s,\r\n".formatted(i + 1, i == 0));
        }
        assertThat(written(query, BERLIN)).isEqualTo(expected.toString());
    }

    @Test
    void valuesStayValues() throws SQLException, IOException {
        String hostile = "') to stdout; drop table settings; --";
        String[] several = {"{a,\"b\"}", "'", "\\", "null", "", hostile};
        OffsetDateTime at = OffsetDateTime.parse("2026-07-01T10:00:00.123456+02:00");
        RowQuery query = new RowQuery.Builder()
                .add(
                        "select ? as comment, array_to_string(?, '|') as subject, ? = 7 as converted,",
                        hostile,
                        several,
                        7)
                .add(
                        "? = timestamptz '2026-07-01 08:00:00.123456Z' as is_new, ? = date '2026-07-02' as at_end",
                        at,
                        LocalDate.parse("2026-07-02"))
                .done(
                        "1",
                        RowColumn.COMMENT,
                        RowColumn.SUBJECT,
                        RowColumn.CONVERTED,
                        RowColumn.IS_NEW,
                        RowColumn.AT_END);
        try (Connection connection = DATABASE.getConnection()) {
            assertThat(csv(connection, query, BERLIN).get(1).getFields())
                    .containsExactly(hostile, "{a,\"b\"}|'|\\|null||" + hostile, "true", "true", "true");
        }
    }

    @Test
    void aValueMoreOrLessIsAMistake() {
        RowQuery query = new RowQuery.Builder().add("select 1 as score").done("1", RowColumn.SCORE);
        RowQuery more = new RowQuery(query.columns(), query.sql(), List.of(1), "1");
        assertThatThrownBy(() -> written(more, BERLIN)).isInstanceOf(IllegalStateException.class);
    }

    private static String written(RowQuery query, ZoneId zone) throws SQLException, IOException {
        return written(query, zone, CsvStyle.COMMA);
    }

    private static String written(RowQuery query, ZoneId zone, CsvStyle style) throws SQLException, IOException {
        try (Connection connection = DATABASE.getConnection()) {
            return text(connection, query, zone, style);
        }
    }

    private static String text(Connection connection, RowQuery query, ZoneId zone, CsvStyle style)
            throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        connection.setAutoCommit(false);
        try {
            CsvRows rows = new CsvRows(out, query.columns(), style);
            new RowCopy(JdbiSetup.on(connection), query, zone).readAll(rows::row);
            rows.finish();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static List<CsvRecord> csv(Connection connection, RowQuery query, ZoneId zone) throws SQLException {
        try {
            return CsvReader.builder()
                    .ofCsvRecord(text(connection, query, zone, CsvStyle.COMMA).substring(1))
                    .stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
