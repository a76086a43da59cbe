package dev.rapport.dashboard.metric;

import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.slice.Bucket;
import dev.rapport.target.TargetStatus;
import dev.rapport.web.CsvTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Writes an answer as a table: the columns of its breakdown, the figure with all it carries, and what it is compared
 * with.
 */
record MetricCsv(MetricExport export) {
    private Answer answer() {
        return export.answer();
    }

    void write(CsvTable table, Optional<Instant> headedAt) throws IOException {
        if (headedAt.isPresent()) {
            head(table, headedAt.get());
        }
        Standing standing = Standing.of(answer());
        titles(table, standing);
        for (Answer.Row row : answer().rows()) {
            row(table, row, export.aims().of(row), standing);
        }
    }

    /** Only on request: most programs want the table and nothing above it. */
    private void head(CsvTable table, Instant at) throws IOException {
        table.plain("metric").text(answer().metric().key()).end();
        table.plain("slice").text(answer().slice().toQuery()).end();
        table.plain("from").plain(answer().slice().period().from().toString()).end();
        table.plain("to").plain(answer().slice().period().lastDay().toString()).end();
        if (answer().compared().isPresent()) {
            table.plain("compared_from")
                    .plain(answer().compared().get().from().toString())
                    .end();
            table.plain("compared_to")
                    .plain(answer().compared().get().lastDay().toString())
                    .end();
        }
        if (answer().leavesOutToday() && answer().judged().isPresent()) {
            table.plain("judged_to")
                    .plain(answer().judged().get().now().lastDay().toString())
                    .end();
            table.plain("judged_compared_to")
                    .plain(answer().judged().get().before().lastDay().toString())
                    .end();
        }
        table.plain("zone").text(answer().slice().zone().getId()).end();
        table.plain("generated_at").plain(at.toString()).end();
        table.plain("fresh_at")
                .plain(answer().freshAt().map(Instant::toString).orElse(""))
                .end();
        if (answer().counting()) {
            table.plain("counting").plain("true").end();
        }
        table.plain("definition")
                .plain(FigureAddresses.definition(answer().metric().key()))
                .end();
        table.gap();
    }

    private void titles(CsvTable table, Standing standing) throws IOException {
        if (export.breakdown().grouping().byBucket()) {
            table.plain("bucket");
        }
        if (export.breakdown().grouping().byChannel()) {
            table.plain("channel").plain("channel_name");
        }
        if (export.breakdown().grouping().segmentGroup().isPresent()) {
            table.plain("segment").plain("segment_name");
        }
        if (export.breakdown().grouping().part().isPresent()) {
            table.plain(export.breakdown().grouping().part().get().key().replace('-', '_'));
        }
        table.plain("value")
                .plain("numerator")
                .plain("denominator")
                .plain("n")
                .plain("low")
                .plain("high");
        if (answer().compared().isPresent()) {
            table.plain("compared_value").plain("compared_numerator").plain("compared_denominator");
            table.plain("change").plain("change_relative").plain("verdict");
            standing.titles(table);
        }
        table.plain("band")
                .plain("benchmark")
                .plain("target")
                .plain("target_from")
                .plain("met");
        table.plain("unfinished").end();
    }

    /** Which columns there are of what a change stands on: none where the periods tell all. */
    private record Standing(boolean partners, boolean withoutToday, boolean uncovered) {
        static Standing of(Answer answer) {
            boolean trend = answer.grouping().byBucket();
            return new Standing(
                    answer.rows().stream()
                            .anyMatch(row -> row.footing().partner().isPresent()),
                    !trend && answer.leavesOutToday(),
                    answer.rows().stream()
                            .anyMatch(row -> row.footing().nothingBefore().isPresent()));
        }

        void titles(CsvTable table) {
            if (partners) {
                table.plain("compared_bucket");
            }
            if (withoutToday) {
                table.plain("judged_value").plain("judged_compared_value");
            }
            if (uncovered) {
                table.plain("no_data_before");
            }
        }

        void row(CsvTable table, Answer.Footing footing) {
            if (partners) {
                table.plain(footing.partner().map(Bucket::label).orElse(""));
            }
            if (withoutToday) {
                table.number(footing.now().flatMap(Figure::value));
                table.number(footing.before().flatMap(Figure::value));
            }
            if (uncovered) {
                table.plain(footing.nothingBefore().map(LocalDate::toString).orElse(""));
            }
        }
    }

    private void row(CsvTable table, Answer.Row row, Optional<TargetStatus> aim, Standing standing) throws IOException {
        row.key().bucket().ifPresent(start -> table.plain(export.names().bucket(start)));
        row.key().channel().ifPresent(key -> table.text(key).text(export.names().channel(key)));
        row.key()
                .segmentValue()
                .ifPresent(key -> table.text(key).text(export.names().value(key)));
        if (row.key().part().isPresent()) {
            table.text(row.key().part().get());
        }
        Figure figure = row.figure();
        table.number(figure.value())
                .number(figure.numerator())
                .number(figure.denominator())
                .number(figure.n());
        table.number(figure.interval().map(interval -> decimal(interval.low())));
        table.number(figure.interval().map(interval -> decimal(interval.high())));
        if (answer().compared().isPresent()) {
            before(table, row, standing);
        }
        table.plain(row.band().map(Benchmark.Band::label).orElse(""));
        table.plain(answer().benchmark()
                .filter(held -> held.span().isEmpty() || row.band().isPresent())
                .map(Benchmark::source)
                .orElse(""));
        table.number(aim.map(TargetStatus::value));
        table.plain(aim.map(TargetStatus::from).map(LocalDate::toString).orElse(""));
        table.plain(aim.flatMap(TargetStatus::met).map(String::valueOf).orElse(""));
        table.plain(Boolean.toString(row.unfinished())).end();
    }

    private static void before(CsvTable table, Answer.Row row, Standing standing) {
        table.number(row.before().flatMap(Figure::value));
        table.number(row.before().map(Figure::numerator)).number(row.before().map(Figure::denominator));
        table.number(row.change().map(change -> decimal(change.absolute())));
        table.number(row.change().flatMap(change -> change.relative()).map(MetricCsv::decimal));
        table.plain(row.change()
                .map(change -> FigureAddresses.word(change.verdict()))
                .orElse(""));
        standing.row(table, row.footing());
    }

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
