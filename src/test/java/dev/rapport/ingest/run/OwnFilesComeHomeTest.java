package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.Downloads;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.voice.CommentFilter;
import dev.rapport.voice.VoiceRows;
import dev.rapport.web.CsvStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A download of rows, brought into an empty database with what is suggested, is downloaded there as the same file; brought in
 * once more it changes nothing. Whoever has no number is counted anew in each database.
 */
class OwnFilesComeHomeTest {
    private static final int ROWS = 60;
    private static final Pattern VISITOR = Pattern.compile("visitor (\\d+)");
    private static final List<String> STARTS = List.of(
            "", "", "'", "''", "'''=", "=", "+", "-", "@", "'=", "''+", "'-", "\uff1d", "\uff0b", "\uff0d", "\uff20",
            "'\uff20", "#", "\"", "`");
    private static final List<String> REST = List.of(
            "1+1",
            "a,b;c",
            "say \"hi\"",
            "two\r\nlines",
            "one\nmore",
            "x\ty",
            "tis",
            "M\u00fcller \u4f60\u597d \ud83d\ude00",
            "null",
            "n/a",
            "NULL",
            "none",
            "5",
            "-5",
            "1.234,50",
            "1e3",
            "2026-10-05",
            "true",
            "cmd|' /C calc'!A0",
            "--",
            "?");

    @TempDir
    Path uploads;

    /** A kind of file: what is in it, and which download has its rows. */
    enum Case {
        TICKETS(
                "tickets",
                "ticket_volume",
                "key=id created=at customer=who email=mail channel=channel first_response=later"
                        + " resolved=later issue_type=name priority=name subject=text assignee=name team=name reopened=count"),
        CALLS(
                "calls",
                "call_answer_rate",
                "key=id started=at customer=who email=mail channel=channel answered=later ended=later"
                        + " agent=name team=name issue_type=name"),
        ORDERS("orders", "revenue", "order=id customer=always at=at amount=money campaign=name channel=channel"),
        NPS(
                "responses",
                "nps",
                "key=id survey=survey kind=nps at=at score=score customer=who email=mail channel=channel"
                        + " comment=text topic=name ticket=id feature=name sentiment=sentiment"),
        COMMENTS(
                "responses",
                "",
                "key=id survey=survey kind=csat at=at score=five customer=who email=mail channel=channel"
                        + " comment=text topic=name sentiment=sentiment"),
        POSTS(
                "posts",
                "likes",
                "key=id network=network channel=channel at=at text=text impressions=count likes=count"
                        + " shares=count comments=count saves=count clicks=count"),
        MENTIONS(
                "mentions",
                "mentions",
                "key=id customer=who email=mail channel=channel network=network brand=name topic=name"
                        + " at=at text=text sentiment=sentiment frustrated=truth technical=truth article_helps=truth"
                        + " needs_reply=truth labelled_by=name"),
        CAMPAIGN_DAYS(
                "campaign-days",
                "spend",
                "campaign=name variant=name channel=channel day=day spend=money"
                        + " impressions=count clicks=count delivered=count conversions=count followers=count");

        private final String target;
        private final String metric;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Case(String target, String metric, String fields) {
            this.target = target;
            this.metric = metric;
            for (String field : fields.split(" +")) {
                String[] parts = field.split("=");
                this.fields.put(parts[0], parts[1]);
            }
        }

        private Mapping mapping() {
            Map<String, Binding> bindings = new LinkedHashMap<>();
            fields.keySet().forEach(field -> bindings.put(field, Binding.column(field)));
            return Mapping.of(target, "UTC").withFields(bindings).withZoneAndDecimal("UTC", ".");
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void comesHome(Case kind) throws IOException {
        CsvStyle style = kind.ordinal() % 2 == 0 ? CsvStyle.COMMA : CsvStyle.SEMICOLON;
        RealData from = new RealData(Files.createDirectory(uploads.resolve("from")));
        var first = from.imports.bring(
                source(kind, new Random(20261130 + kind.ordinal())), MappingJson.text(kind.mapping()));
        assertThat(first.counts())
                .as(first.message() + from.imports.rejects(first.id()))
                .endsWith("0 rejected");
        from.refresh();
        byte[] file = download(from, kind, style);
        long rows = lines(file);
        assertThat(rows).isGreaterThan(ROWS / 2);

        Suggested to = new Suggested(Files.createDirectory(uploads.resolve("to")));
        var home = to.bring("rows.csv", file, Map.of());
        assertThat(home.counts())
                .as(home.message() + to.data.imports.rejects(home.id()))
                .isEqualTo(rows + " read, " + rows + " stored, 0 known, 0 rejected");
        assertThat(text(download(to.data, kind, style))).isEqualTo(text(file));

        var again = to.bring("rows.csv", file, Map.of());
        assertThat(again.counts()).isEqualTo(rows + " read, 0 stored, " + rows + " known, 0 rejected");
        assertThat(text(download(to.data, kind, style))).isEqualTo(text(file));
    }

    /** Orders are several lines there, and one here: that is asked about before anything is stored. */
    @ParameterizedTest
    @EnumSource(Case.class)
    void whereItComesFromItChangesNothing(Case kind) throws IOException {
        Suggested user = new Suggested(Files.createDirectory(uploads.resolve("one")));
        user.data.imports.bring(source(kind, new Random(kind.ordinal())), MappingJson.text(kind.mapping()));
        user.data.refresh();
        byte[] file = download(user.data, kind, CsvStyle.COMMA);
        String people = people(user);
        var again = user.bring("rows.csv", file, Map.of());
        assertThat(again.stored()).isZero();
        assertThat(again.message()).isEqualTo(kind == Case.ORDERS ? "QUESTIONS|NO_KEY:" : "");
        assertThat(new String(download(user.data, kind, CsvStyle.COMMA), StandardCharsets.UTF_8))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(people(user)).isEqualTo(people);
    }

    private static String people(Suggested user) {
        return user.data.imports.text("select string_agg(key, ' ' order by key) from visitor");
    }

    /** The guard is ours: of a file of others an apostrophe is part of what it says. */
    @Test
    void anApostropheOfOthersStays() throws IOException {
        Suggested user = new Suggested(uploads);
        user.bring("tickets.csv", "Ticket Number,Created At,Contact Channel,Subject\n1,2026-10-01,Chat,'=1+1\n");
        assertThat(user.data.imports.text("select subject from ticket")).isEqualTo("'=1+1");
    }

    @Test
    void downloadsThatComeHomeHaveTheColumnsThatAreToldOfThem() throws IOException {
        RealData data = new RealData(uploads);
        Map<String, String> types = Map.of(
                "ticket_volume",
                "tickets",
                "call_answer_rate",
                "calls",
                "revenue",
                "orders",
                "attributed_revenue",
                "orders",
                "csat",
                "responses",
                "ces",
                "responses",
                "likes",
                "posts",
                "net_sentiment",
                "mentions",
                "ctr",
                "campaign-days");
        types.forEach((metric, type) -> {
            byte[] file = Downloads.rows(
                    data.imports.database,
                    metric,
                    data.slice("from=2026-10-01&to=2026-10-31"),
                    ZoneId.of("UTC"),
                    CsvStyle.COMMA);
            List<String> header = List.of(new String(file, StandardCharsets.UTF_8)
                    .substring(1)
                    .strip()
                    .split(","));
            assertThat(FactTypes.ofOwnFile(header).map(FactType::key))
                    .as(metric)
                    .contains(type);
        });
    }

    private static byte[] download(RealData data, Case kind, CsvStyle style) {
        var slice = data.slice("from=2026-09-01&to=2026-10-31");
        ZoneId zone = ZoneId.of(kind.ordinal() % 3 == 0 ? "America/St_Johns" : "Asia/Kolkata");
        return kind.metric.isEmpty()
                ? Downloads.rows(
                        data.imports.database, VoiceRows.comments(slice, CommentFilter.read(Map.of())), zone, style)
                : Downloads.rows(data.imports.database, kind.metric, slice, zone, style);
    }

    private static long lines(byte[] file) {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                        .fieldSeparator(text(file).split("\r\n")[0].contains(";") ? ';' : ',')
                        .ofCsvRecord(text(file))
                        .stream()
                        .count()
                - 1;
    }

    /** With visitors numbered in the order in which they come. */
    private static String text(byte[] file) {
        Map<String, String> numbers = new HashMap<>();
        Matcher visitors = VISITOR.matcher(new String(file, StandardCharsets.UTF_8));
        return visitors.replaceAll(
                found -> "visitor " + numbers.computeIfAbsent(found.group(1), id -> "#" + numbers.size()));
    }

    private static byte[] source(Case kind, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // not a file of ours: nothing of it is guarded, so it is written by hand
        var csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .build(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(kind.fields.keySet());
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            Instant at = Instant.parse("2026-09-20T10:00:00.25Z").plusSeconds(random.nextInt(40 * 86_400));
            csv.writeRecord(kind.fields.values().stream()
                    .map(value -> value(value, row, at, random))
                    .toList());
        }
        csv.close();
        return out.toByteArray();
    }

    private static String value(String kind, int row, Instant at, Random random) {
        return switch (kind) {
            case "id" -> pick(STARTS, random).replace("\"", "") + "k" + row;
            case "at" -> at.toString();
            // a day without a time: how long it took is then not known
            case "later" ->
                row % 7 == 0
                        ? at.plusSeconds(90_000).toString().substring(0, 10)
                        : random.nextInt(3) == 0
                                ? ""
                                : at.plusSeconds(60 + random.nextInt(90_000)).toString();
            case "day" -> at.toString().substring(0, 10);
            case "who" ->
                random.nextInt(3) == 0 ? "" : pick(List.of("c1", "=c2", "'c3", "+49 30", "-7", "\uff1d8"), random);
            case "always" -> pick(List.of("c1", "=c2", "'c3", "+49 30", "-7", "\uff1d8"), random);
            case "mail" -> random.nextInt(3) == 0 ? "" : "m" + random.nextInt(9) + "@example.org";
            case "channel" -> pick(List.of("", "Chat", "E-mail", "Pigeon post", "=cmd", "'tis"), random);
            case "network" -> pick(List.of("mastodon", "=net", "x"), random);
            case "survey" -> pick(List.of("Pulse", "=Pulse 2", "'Q"), random);
            case "name" ->
                random.nextInt(4) == 0 ? "" : pick(STARTS, random) + pick(List.of("one", "two", "3", "-5"), random);
            case "text" -> random.nextInt(6) == 0 ? "" : pick(STARTS, random) + pick(REST, random);
            case "money" ->
                List.of("0.01", "12.5", "1234.50", "99", "0.125", "1250").get(random.nextInt(6));
            case "count" -> String.valueOf(random.nextInt(5_000));
            case "score" -> String.valueOf(random.nextInt(11));
            case "five" -> random.nextInt(5) == 0 ? "" : String.valueOf(1 + random.nextInt(5));
            case "sentiment" -> pick(List.of("", "-1", "0", "1"), random);
            case "truth" -> pick(List.of("", "true", "false"), random);
            default -> kind;
        };
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
