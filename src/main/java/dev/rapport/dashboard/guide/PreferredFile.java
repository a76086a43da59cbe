package dev.rapport.dashboard.guide;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.rapport.journey.PreferenceTable;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Preference;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import dev.rapport.web.CsvTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what each segment or channel prefers for programs: a row for each thing and segment, so that it can be summed and
 * turned as one likes.
 *
 * @param everybody how many people there are in all
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PreferredFile(String from, String to, String query, String of, String by, long everybody, List<Row> rows) {

    /**
     * @param value key of the channel or segment value
     * @param share in per cent of its people
     * @param index nothing where there is nothing to hold it against
     * @param verdict over, under, or empty where it does not stand out
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String name,
            String value,
            long part,
            long people,
            Optional<BigDecimal> share,
            Optional<Double> low,
            Optional<Double> high,
            long partOfEverybody,
            Optional<BigDecimal> shareOfEverybody,
            Optional<BigDecimal> index,
            String verdict) {
        private static Row of(PreferenceTable table, PreferenceTable.Row row, String value) {
            Preference cell = table.cell(row, value);
            Figure figure = cell.share().figure();
            return new Row(
                    row.name(),
                    value,
                    cell.share().part(),
                    cell.share().whole(),
                    figure.value(),
                    figure.interval().map(ConfidenceInterval::low),
                    figure.interval().map(ConfidenceInterval::high),
                    cell.everybody().part(),
                    cell.everybody().figure().value(),
                    cell.index(),
                    cell.isOver(table.discovery()) ? "over" : cell.isUnder(table.discovery()) ? "under" : "");
        }
    }

    static PreferredFile of(PreferredLayout layout, PreferenceTable table) {
        List<Row> rows = new ArrayList<>();
        List<SliceChoices.Choice> columns = layout.columns(table);
        table.rows().forEach(row -> columns.forEach(column -> rows.add(Row.of(table, row, column.key()))));
        Slice slice = layout.context().slice();
        return new PreferredFile(
                slice.period().from().toString(),
                slice.period().lastDay().toString(),
                slice.toQuery(),
                layout.of().key(),
                layout.by(),
                table.everybody(),
                rows);
    }

    void write(CsvTable table) throws IOException {
        for (String title : List.of(
                "name", by, "part", "people", "share", "low", "high", "part_of_everybody", "everybody", "index")) {
            table.plain(title);
        }
        table.plain("verdict").end();
        for (Row row : rows) {
            table.text(row.name).text(row.value).number(row.part).number(row.people);
            table.number(row.share).number(row.low.map(BigDecimal::valueOf)).number(row.high.map(BigDecimal::valueOf));
            table.number(row.partOfEverybody).number(everybody).number(row.index);
            table.plain(row.verdict).end();
        }
    }
}
