package dev.rapport.ingest.run;

import dev.rapport.behaviour.CohortReader;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.query.Answer;
import dev.rapport.query.QueryEngine;
import dev.rapport.query.Rooms;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Files of others brought in, and questions asked of them. */
final class RealData {
    final TestImports imports;
    private final LocalDate today;
    private final List<FactSource> factSources;
    private final ReadTransactions readTransactions;
    final QueryEngine metrics;

    RealData(Path uploads) {
        this(uploads, LocalDate.parse("2026-01-01"));
    }

    RealData(Path uploads, LocalDate today) {
        this.today = today;
        imports = new TestImports(uploads);
        factSources = Rooms.all(FactSource.class, imports.database);
        readTransactions = new ReadTransactions(imports.database, Duration.ofSeconds(60));
        metrics = new QueryEngine(
                readTransactions, factSources, Rooms.all(FactReader.class, imports.database), Clock.systemUTC());
    }

    /** Where the files are, if they are. */
    static Optional<Path> folder() {
        String given = System.getenv("RAPPORT_REAL_DATA");
        Path folder = given == null ? Path.of("../shared/data") : Path.of(given);
        return Optional.of(folder).filter(Files::isDirectory);
    }

    TestImports.Report bring(String file, String mapping) {
        try {
            var report = imports.bring(Files.readAllBytes(folder().orElseThrow().resolve(file)), mapping);
            refresh();
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        new CubeBuilder(JdbiSetup.of(imports.database), factSources).refreshAll();
    }

    Answer.Row ask(String metric, String query) {
        return metrics.ask(metric, slice(query), Grouping.TOTAL).total();
    }

    /** Rounded to so many decimals. */
    String value(String metric, String query, int decimals) {
        return ask(metric, query)
                .figure()
                .value()
                .orElseThrow()
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Numerators by "bucket channel segment", without those that are zero. */
    Map<String, Long> parts(String metric, String query, Grouping grouping) {
        Map<String, Long> parts = new TreeMap<>();
        for (Answer.Row row : metrics.ask(metric, slice(query), grouping).rows()) {
            BigDecimal numerator = row.figure().numerator();
            if (numerator.signum() != 0) {
                parts.put(name(row.key()), numerator.longValueExact());
            }
        }
        return parts;
    }

    Map<String, String> values(String metric, String query, Grouping grouping, int decimals) {
        Map<String, String> values = new TreeMap<>();
        for (Answer.Row row : metrics.ask(metric, slice(query), grouping).rows()) {
            row.figure()
                    .value()
                    .ifPresent(value -> values.put(
                            name(row.key()),
                            value.setScale(decimals, RoundingMode.HALF_UP).toPlainString()));
        }
        return values;
    }

    private static String name(DimensionKey key) {
        return (key.bucket().map(bucket -> bucket.toLocalDate() + " ").orElse("")
                        + key.channel().orElse("") + " " + key.segmentValue().orElse(""))
                .strip();
    }

    CohortReader cohorts() {
        return new CohortReader(readTransactions, Clock.systemUTC());
    }

    Slice slice(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("="))
                .forEach(pair -> parameters
                        .computeIfAbsent(pair[0], name -> new java.util.ArrayList<>())
                        .add(pair[1]));
        return SliceReader.read(
                parameters,
                new SliceContext(
                        java.time.ZoneId.of("UTC"),
                        DayOfWeek.MONDAY,
                        today,
                        keys("select key from channel"),
                        groups(),
                        keys("select key from goal"),
                        keys("select key from survey"),
                        Optional.empty()));
    }

    private Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new HashMap<>();
        keys("select key from segment_group")
                .forEach(group -> groups.put(
                        group,
                        keys(
                                "select v.key from segment_value v join segment_group g on g.id = v.group_id where g.key = '"
                                        + group + "'")));
        return groups;
    }

    private Set<String> keys(String sql) {
        String all = imports.text("select coalesce(string_agg(key, ','), '') from (" + sql + ") as k");
        return new HashSet<>(Arrays.asList(all.split(",")));
    }
}
