package dev.rapport.dashboard.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Dispersion;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.target.TargetStatus;
import dev.rapport.web.CsvTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Writes the whole result as JSON, as METRICS rule 2 has it. A value that is null means "no data", which is not zero.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MetricJson(
        About metric,
        Question slice,
        List<String> by,
        Optional<Dates> compared,
        Optional<Judged> judged,
        Optional<Instant> freshAt,
        Optional<Instant> restatedAt,
        boolean counting,
        Instant generatedAt,
        List<String> notes,
        Map<String, String> links,
        List<Row> rows) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record About(
            String key,
            String topic,
            String unit,
            String better,
            boolean additive,
            boolean modelled,
            List<String> sources,
            Optional<Held> benchmark,
            String definition) {
        static About of(Answer answer) {
            Definition definition = answer.metric().definition();
            return new About(
                    definition.key(),
                    FigureAddresses.word(definition.topic()),
                    FigureAddresses.word(definition.unit()),
                    FigureAddresses.word(definition.better()),
                    definition.addsUpBy(answer.grouping().part()),
                    definition.modelled(),
                    definition.sources(),
                    answer.benchmark().map(Held::of),
                    FigureAddresses.definition(definition.key()));
        }
    }

    record Held(String source, List<Band> bands) {
        static Held of(Benchmark benchmark) {
            return new Held(
                    benchmark.source(), benchmark.bands().stream().map(Band::of).toList());
        }
    }

    /** From included, to excluded; an open end, for which JSON has no number, is null. */
    record Band(String label, Optional<Double> from, Optional<Double> to) {
        static Band of(Benchmark.Band band) {
            return new Band(band.label(), finite(band.from()), finite(band.to()));
        }

        /** A bound that belongs to the band below is kept as the least number above it: written as people say it. */
        private static Optional<Double> finite(double end) {
            return Double.isInfinite(end)
                    ? Optional.empty()
                    : Optional.of(Double.parseDouble(Float.toString((float) end)));
        }
    }

    /** The last day is in it. */
    record Dates(String from, String to) {
        static Dates of(Period period) {
            return new Dates(period.from().toString(), period.lastDay().toString());
        }
    }

    /** The finished days over which changes are told; today is not among them. */
    record Judged(Dates period, Dates compared) {
        static Judged of(Pairing over) {
            return new Judged(Dates.of(over.now()), Dates.of(over.before()));
        }
    }

    record Question(
            String query,
            Set<String> channels,
            Map<String, SortedSet<String>> segments,
            Dates period,
            String compare,
            String grain,
            String zone,
            Map<String, String> options) {
        static Question of(Slice slice) {
            return new Question(
                    slice.toQuery(),
                    slice.channels(),
                    slice.segments().values(),
                    Dates.of(slice.period()),
                    slice.comparison().key(),
                    slice.grain().key(),
                    slice.zone().getId(),
                    slice.options());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Value(
            Optional<BigDecimal> value,
            BigDecimal numerator,
            BigDecimal denominator,
            long n,
            boolean few,
            Optional<Double> low,
            Optional<Double> high) {
        static Value of(Figure figure) {
            return new Value(
                    figure.value().map(MetricJson::plain),
                    plain(figure.numerator()),
                    plain(figure.denominator()),
                    figure.n(),
                    figure.hasFew(),
                    figure.interval().map(interval -> interval.low()),
                    figure.interval().map(interval -> interval.high()));
        }
    }

    /** @param met absent while the period is open, and without data */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Wanted(BigDecimal value, String from, String bound, String state, Optional<Boolean> met) {
        static Wanted of(TargetStatus targetStatus) {
            return new Wanted(
                    plain(targetStatus.value()),
                    targetStatus.from().toString(),
                    targetStatus.bound().key(),
                    FigureAddresses.word(targetStatus.state()),
                    targetStatus.met());
        }
    }

    /**
     * @param value of which the change is told: without today, where it is in the period
     * @param before what it is held against
     * @param p how likely so large a change is when nothing happens
     * @param weeks how many earlier weeks that was judged by
     */
    record Moved(
            double absolute,
            Optional<Double> relative,
            String verdict,
            Optional<BigDecimal> value,
            Optional<BigDecimal> before,
            Optional<Double> p,
            Optional<Integer> weeks) {
        static Moved of(Answer.Row row, Change change) {
            return new Moved(
                    change.absolute(),
                    change.relative(),
                    FigureAddresses.word(change.verdict()),
                    row.judged().value().map(MetricJson::plain),
                    row.judgedBefore().flatMap(Figure::value).map(MetricJson::plain),
                    change.p(),
                    change.dispersion().map(Dispersion::weeks));
        }
    }

    record Named(String key, String name) {}

    /** Bucket, channel, segment and part are there as far as the result is broken down by them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            Optional<String> bucket,
            Optional<Named> channel,
            Optional<Named> segment,
            Optional<String> part,
            Value figure,
            Optional<Value> before,
            Optional<String> beforeBucket,
            Optional<Moved> change,
            Optional<String> noDataBefore,
            Optional<String> band,
            Optional<Wanted> target,
            boolean unfinished) {
        static Row of(Answer.Row row, MetricExport export) {
            DimensionNames names = export.names();
            return new Row(
                    row.key().bucket().map(names::bucket),
                    row.key().channel().map(key -> new Named(key, names.channel(key))),
                    row.key().segmentValue().map(key -> new Named(key, names.value(key))),
                    row.key().part(),
                    Value.of(row.figure()),
                    row.before().map(Value::of),
                    row.footing().partner().map(Bucket::label),
                    row.change().map(change -> Moved.of(row, change)),
                    row.footing().nothingBefore().map(LocalDate::toString),
                    row.band().map(Benchmark.Band::label),
                    export.aims().of(row).map(Wanted::of),
                    row.unfinished());
        }
    }

    /** @param at when it is said */
    static MetricJson of(MetricExport export, Instant at) {
        Answer answer = export.answer();
        String path = "/metrics/" + answer.metric().key();
        String query = answer.slice().toQuery();
        return new MetricJson(
                About.of(answer),
                Question.of(answer.slice()),
                export.breakdown().parts(),
                answer.compared().map(Dates::of),
                answer.judged().map(Judged::of),
                answer.freshAt(),
                answer.restatedAt(),
                answer.counting(),
                at,
                answer.notes(),
                Map.of(
                        "page", FigureAddresses.address(path, query),
                        "csv", FigureAddresses.address(path + ".csv", query),
                        "rows", FigureAddresses.address(path + "/rows.csv", query)),
                answer.rows().stream().map(row -> Row.of(row, export)).toList());
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(CsvTable.plain(number));
    }
}
