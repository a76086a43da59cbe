package dev.rapport.dashboard.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.dashboard.Asked;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Slice;
import dev.rapport.target.TargetIndex;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class MetricCsvTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Slice SLICE = Asked.slice("from=2026-07-01&to=2026-07-02&channel=chat&grain=day");
    private static final SliceChoices CHOICES = new SliceChoices(
            ZoneId.of("Europe/Berlin"),
            DayOfWeek.MONDAY,
            LocalDate.parse("2026-11-21"),
            "EUR",
            List.of(new SliceChoices.Choice("chat", "=Chat"), new SliceChoices.Choice("email", "E-mail")),
            List.of(new SliceChoices.Group("plan", "Plan", List.of(new SliceChoices.Choice("pro", "Pro, yearly")))),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    private static final Figure MANY = new Figure(
            Optional.of(new BigDecimal("66.6666666667")),
            new BigDecimal("2"),
            new BigDecimal("3.00"),
            3,
            Optional.of(new ConfidenceInterval(20.5, 93.75)));

    private static Answer answer(ExportGrouping breakdown, Answer.Row... rows) {
        return new Answer(
                Catalogue.find("csat").orElseThrow(),
                SLICE,
                breakdown.grouping(),
                SLICE.comparedPeriod(),
                Catalogue.find("csat").orElseThrow().definition().benchmark(),
                List.of(rows),
                Optional.of(NOW),
                Optional.empty(),
                List.of("survey_scores_mapped"));
    }

    private static Answer.Row row(DimensionKey key, Figure figure, Optional<Figure> before, Optional<Change> change) {
        return new Answer.Row(key, "", figure, before, change, Optional.empty(), false);
    }

    private static String csv(Answer answer, ExportGrouping breakdown, boolean headed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out);
        new MetricCsv(MetricExport.of(answer, breakdown, CHOICES, TargetIndex.EMPTY))
                .write(table, headed ? Optional.of(NOW) : Optional.empty());
        table.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRowForEachPartWithAllThatAFigureCarries() throws IOException {
        ExportGrouping breakdown = ExportGrouping.of(List.of("bucket,channel"), CHOICES);
        Answer answer = answer(
                breakdown,
                row(
                        key("2026-07-01", "chat"),
                        MANY,
                        Optional.of(Figure.of(new BigDecimal("50"), 2)),
                        Optional.of(new Change(
                                16.6666666667,
                                Optional.of(0.3333),
                                Change.Verdict.NO_CLEAR_CHANGE,
                                Optional.of(0.2),
                                Optional.empty()))),
                row(key("2026-07-02", "email"), Figure.noData(), Optional.empty(), Optional.empty()));
        assertThat(csv(answer, breakdown, false))
                .isEqualTo("\uFEFF"
                        + String.join(
                                "\r\n",
                                "bucket,channel,channel_name,value,numerator,denominator,n,low,high,compared_value,"
                                        + "compared_numerator,compared_denominator,change,change_relative,verdict,band,benchmark,target,"
                                        + "target_from,met,unfinished",
                                "2026-07-01,chat,'=Chat,66.6666666667,2,3,3,20.5,93.75,50,50,1,16.6666666667,0.3333,no-clear-change,,N18,,,,false",
                                "2026-07-02,email,E-mail,,0,0,0,,,,,,,,,,N18,,,,false",
                                ""));
    }

    @Test
    void saysWhatItIsOnlyOnRequest() throws IOException {
        ExportGrouping breakdown = ExportGrouping.of(List.of(), CHOICES);
        Answer answer = answer(breakdown, row(DimensionKey.TOTAL, MANY, Optional.empty(), Optional.empty()));
        assertThat(csv(answer, breakdown, false)).startsWith("\uFEFFvalue,numerator,");
        assertThat(csv(answer, breakdown, true))
                .startsWith(
                        "\uFEFFmetric,csat\r\nslice,channel=chat&from=2026-07-01&to=2026-07-02&grain=day\r\nfrom,2026-07-01\r\n"
                                + "to,2026-07-02\r\ncompared_from,2026-06-29\r\ncompared_to,2026-06-30\r\nzone,Europe/Berlin\r\n"
                                + "generated_at,2026-11-21T10:00:00Z\r\nfresh_at,2026-11-21T10:00:00Z\r\n"
                                + "definition,/catalogue#csat\r\n\r\nvalue,numerator,");
    }

    @Test
    void theWholeResultAsJson() throws IOException {
        ExportGrouping breakdown = ExportGrouping.of(List.of("segment:plan"), CHOICES);
        DimensionKey pro = new DimensionKey(Optional.empty(), Optional.empty(), Optional.of("pro"));
        Answer answer = answer(
                breakdown,
                row(pro, MANY, Optional.empty(), Optional.empty()),
                row(pro, Figure.noData(), Optional.empty(), Optional.empty()));
        JsonNode json = new ObjectMapper()
                .registerModules(new Jdk8Module(), new JavaTimeModule())
                .valueToTree(MetricJson.of(MetricExport.of(answer, breakdown, CHOICES, TargetIndex.EMPTY), NOW));
        assertThat(json.at("/metric/key").asText()).isEqualTo("csat");
        assertThat(json.at("/metric/definition").asText()).isEqualTo("/catalogue#csat");
        assertThat(json.at("/metric/benchmark/bands/0/from").isNull()).isTrue();
        assertThat(json.at("/slice/period/to").asText()).isEqualTo("2026-07-02");
        assertThat(json.at("/by/0").asText()).isEqualTo("segment:plan");
        assertThat(json.at("/notes/0").asText()).isEqualTo("survey_scores_mapped");
        assertThat(json.at("/links/csv").asText())
                .isEqualTo("/metrics/csat.csv?channel=chat&from=2026-07-01&to=2026-07-02&grain=day");
        assertThat(json.at("/rows/0/segment/name").asText()).isEqualTo("Pro, yearly");
        assertThat(json.at("/rows/0/channel").isMissingNode()).isTrue();
        assertThat(json.at("/rows/0/figure/value").decimalValue()).isEqualByComparingTo("66.6666666667");
        assertThat(json.at("/rows/0/figure/low").asDouble()).isEqualTo(20.5);
        assertThat(json.at("/rows/0/figure/few").asBoolean()).isTrue();
        assertThat(json.at("/rows/1/figure/value").isNull()).isTrue();
    }

    @Test
    void breakdownsAreReadAndRefused() {
        assertThat(ExportGrouping.of(List.of("bucket,channel"), CHOICES).parts())
                .containsExactly("bucket", "channel");
        // A plus sign arrives as a space.
        assertThat(ExportGrouping.of(List.of("channel segment:plan"), CHOICES).parts())
                .containsExactly("channel", "segment:plan");
        assertThat(ExportGrouping.of(List.of("total"), CHOICES).parts()).isEmpty();
        assertThat(ExportGrouping.of(List.of("channel", "bucket"), CHOICES).words())
                .contains("by-bucket-channel");
        for (String bad : List.of("country", "segment:nobody", "segment:plan,segment:plan", "' or 1=1")) {
            Assertions.assertThatThrownBy(() -> ExportGrouping.of(List.of(bad), CHOICES))
                    .isInstanceOf(BadSliceException.class)
                    .extracting(e -> ((BadSliceException) e).parameter())
                    .isEqualTo("by");
        }
    }

    private static DimensionKey key(String day, String channel) {
        return new DimensionKey(
                Optional.of(LocalDate.parse(day).atStartOfDay()), Optional.of(channel), Optional.empty());
    }
}
