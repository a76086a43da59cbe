package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.cube.build.FactSource;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Dimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/**
 * Computes figures from the facts, by the SQL that the daily cells are made of, for what cells do not keep apart. That
 * is by the hour, cut at each hour of the zone, and by dimension value.
 */
final class MeasureReader {
    private final Handle handle;
    private final List<FactSource> factSources;

    MeasureReader(Handle handle, List<FactSource> factSources) {
        this.handle = handle;
        this.factSources = factSources;
    }

    void read(PlannedQuery plannedQuery, Collection<Input> inputs, InputValues into) {
        for (FactSource factSource : factSources) {
            List<Input.Sum> sums = of(inputs, Input.Sum.class)
                    .filter(sum -> sum.measure().family().equals(factSource.family()))
                    .toList();
            if (!sums.isEmpty()) {
                sums(plannedQuery, factSource, sums, into);
            }
        }
        for (Input.People people : of(inputs, Input.People.class).toList()) {
            people(plannedQuery, people.measure(), people.item(), into)
                    .forEach((cellId, who) -> into.add(cellId, people, who.getLongCardinality()));
        }
        for (Input.PeopleAlso both : of(inputs, Input.PeopleAlso.class).toList()) {
            Map<CellId, RoaringBitmap> also =
                    people(plannedQuery.anywhere().whole(), both.also(), Optional.empty(), into);
            people(plannedQuery, both.measure(), Optional.empty(), into)
                    .forEach((cellId, who) -> Optional.ofNullable(also.get(new CellId(cellId.bucket(), 0, 0)))
                            .ifPresent(others -> into.add(cellId, both, RoaringBitmap.andCardinality(who, others))));
        }
    }

    /** Whether the facts of an input can be told apart by these parts. */
    boolean knows(Input input, Set<Dimension> parts) {
        Optional<Measure> measure = measure(input);
        return measure.isPresent()
                && factSources.stream()
                        .filter(factSource ->
                                factSource.family().equals(measure.get().family()))
                        .anyMatch(factSource -> !sources(factSource, Set.of(measure.get()), parts)
                                .isEmpty());
    }

    /** Of what happens at a moment; people of trailing days are no facts of any part. */
    private static Optional<Measure> measure(Input input) {
        if (input instanceof Input.Sum sum) {
            return Optional.of(sum.measure());
        } else if (input instanceof Input.People people) {
            return Optional.of(people.measure());
        } else if (input instanceof Input.PeopleAlso both) {
            return Optional.of(both.measure());
        }
        return Optional.empty();
    }

    private static List<MeasureSource> sources(FactSource factSource, Set<Measure> measures, Set<Dimension> parts) {
        Predicate<MeasureSource> fits =
                measureSource -> measureSource.parts().keySet().containsAll(parts)
                        && measureSource.measures(factSource.family()).stream().anyMatch(measures::contains);
        List<MeasureSource> found =
                factSource.measureSources().stream().filter(fits).toList();
        // The finer ones are of the same measures: either these or those, and of those the coarsest.
        return found.isEmpty()
                ? coarsest(factSource.apart().stream().filter(fits).toList())
                : found;
    }

    private static List<MeasureSource> coarsest(List<MeasureSource> fitting) {
        OptionalInt least = fitting.stream()
                .mapToInt(measureSource -> measureSource.parts().size())
                .min();
        return fitting.stream()
                .filter(measureSource -> measureSource.parts().size() == least.orElseThrow())
                .toList();
    }

    private static <T extends Input> Stream<T> of(Collection<Input> inputs, Class<T> type) {
        return inputs.stream().filter(type::isInstance).map(type::cast);
    }

    private void sums(PlannedQuery plannedQuery, FactSource factSource, List<Input.Sum> sums, InputValues into) {
        Map<Integer, Integer> signatures = plannedQuery.signatures();
        Set<Measure> measures = new HashSet<>();
        sums.forEach(sum -> measures.add(sum.measure()));
        statement(plannedQuery, factSource, measures, "sum(value)", "").read(handle, row -> {
            Integer value = signatures.get(row.getInt(5));
            if (value == null) {
                return;
            }
            CellId cellId = place(plannedQuery, row, value, into);
            int item = row.getInt(2);
            for (Input.Sum sum : sums) {
                boolean asked = sum.item().isEmpty() || sum.item().get() == item;
                if (sum.measure().id() == row.getInt(1) && asked) {
                    into.add(cellId, sum, row.getBigDecimal(7));
                }
            }
        });
    }

    private static CellId place(PlannedQuery plannedQuery, ResultSet row, int value, InputValues names)
            throws SQLException {
        CellId cellId = new CellId(row.getInt(3), plannedQuery.byChannel() ? row.getInt(4) : 0, value);
        return plannedQuery.part().isPresent() ? cellId.ofPart(names.part(row.getString(6))) : cellId;
    }

    private Map<CellId, RoaringBitmap> people(
            PlannedQuery plannedQuery, Measure measure, Optional<Integer> item, InputValues names) {
        Map<Integer, Integer> signatures = plannedQuery.signatures();
        Map<CellId, RoaringBitmap> people = new HashMap<>();
        FactSource factSource = factSources.stream()
                .filter(each -> each.family().equals(measure.family()))
                .findFirst()
                .orElseThrow();
        SqlBuilder sql = statement(plannedQuery, factSource, Set.of(measure), "deed.person_id", ", deed.person_id");
        sql.read(handle, row -> {
            Integer value = signatures.get(row.getInt(5));
            int person = row.getInt(7);
            if (value != null && !row.wasNull() && (item.isEmpty() || item.get() == row.getInt(2))) {
                people.computeIfAbsent(place(plannedQuery, row, value, names), key -> new RoaringBitmap())
                        .add(person);
            }
        });
        return people;
    }

    /** By measure, item, bucket, channel, signature as it was on the day, and part. */
    private static SqlBuilder statement(
            PlannedQuery plannedQuery, FactSource factSource, Set<Measure> measures, String column, String by) {
        List<Bucket> buckets = plannedQuery.buckets();
        List<OffsetDateTime> starts = buckets.stream()
                .map(bucket -> bucket.from().atOffset(ZoneOffset.UTC))
                .toList();
        Set<Dimension> parts = plannedQuery.parts();
        SqlBuilder sql = new SqlBuilder();
        sql.add(
                "select measure, item, width_bucket(at, ?) - 1 as bucket, channel_id,"
                        + " coalesce(theirs.signature_id, 1) as signature_id, "
                        + plannedQuery.part().map(MeasureSource::column).orElse("''") + " as part, " + column
                        + " from ("
                        + "select *," + ReportingTime.day("at") + "as day from (",
                array("timestamptz", starts));
        sql.add(
                parts.isEmpty()
                        ? factSource.sql()
                        : MeasureSource.rows(sources(factSource, measures, parts), measures, parts),
                starts.get(0),
                buckets.get(buckets.size() - 1).to().atOffset(ZoneOffset.UTC));
        sql.add(
                ") as contribution where measure = any(?)) as deed left join person_signature as theirs"
                        + " on theirs.person_id = deed.person_id and theirs.from_day <= deed.day"
                        + " and deed.day < theirs.to_day where true",
                array("smallint", measures.stream().map(Measure::id).toList()));
        if (!plannedQuery.channels().isEmpty()) {
            sql.add(" and channel_id = any(?)", array("smallint", plannedQuery.channels()));
        }
        plannedQuery
                .narrowed()
                .forEach((dimension, value) -> sql.add(
                        " and " + MeasureSource.column(dimension) + " = " + DimensionValueName.sql(dimension),
                        DimensionValueName.values(dimension, value)));
        return sql.add(" group by 1, 2, 3, 4, 5, 6" + by);
    }
}
