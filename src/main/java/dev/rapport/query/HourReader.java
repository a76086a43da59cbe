package dev.rapport.query;

import static dev.rapport.query.Bindings.array;

import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.rollup.Contribution;
import dev.rapport.slice.Bucket;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** Figures by the hour, from the facts: by the very SQL that the daily cells are made of, cut at each hour of the zone. */
final class HourReader {
    private final Connection connection;
    private final List<Contribution> contributions;

    HourReader(Connection connection, List<Contribution> contributions) {
        this.connection = connection;
        this.contributions = contributions;
    }

    void read(Question question, Collection<Input> inputs, Numbers into) throws SQLException {
        for (Contribution contribution : contributions) {
            List<Input.Sum> sums = of(inputs, Input.Sum.class)
                    .filter(sum -> sum.measure().family().equals(contribution.family()))
                    .toList();
            if (!sums.isEmpty()) {
                sums(question, contribution, sums, into);
            }
        }
        for (Input.People people : of(inputs, Input.People.class).toList()) {
            people(question, people.measure(), people.item().orElse(0))
                    .forEach((place, who) -> into.add(place, people, who.getLongCardinality()));
        }
        for (Input.PeopleAlso both : of(inputs, Input.PeopleAlso.class).toList()) {
            Map<Place, RoaringBitmap> also = people(question.anywhere(), both.also(), 0);
            people(question, both.measure(), 0)
                    .forEach((place, who) -> Optional.ofNullable(also.get(new Place(place.bucket(), 0, 0)))
                            .ifPresent(others -> into.add(place, both, RoaringBitmap.andCardinality(who, others))));
        }
    }

    private static <T extends Input> Stream<T> of(Collection<Input> inputs, Class<T> type) {
        return inputs.stream().filter(type::isInstance).map(type::cast);
    }

    private void sums(Question question, Contribution contribution, List<Input.Sum> sums, Numbers into)
            throws SQLException {
        Map<Integer, Integer> signatures = question.signatures();
        Set<Measure> measures = new HashSet<>();
        sums.forEach(sum -> measures.add(sum.measure()));
        Bindings sql = statement(question, contribution, measures, "sum(value)", "");
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Integer value = signatures.get(row.getInt(5));
                if (value == null) {
                    continue;
                }
                Place place = new Place(row.getInt(3), question.byChannel() ? row.getInt(4) : 0, value);
                int item = row.getInt(2);
                for (Input.Sum sum : sums) {
                    boolean asked = sum.item().isEmpty() || sum.item().get() == item;
                    if (sum.measure().id() == row.getInt(1) && asked) {
                        into.add(place, sum, row.getBigDecimal(6));
                    }
                }
            }
        }
    }

    private Map<Place, RoaringBitmap> people(Question question, Measure measure, int item) throws SQLException {
        Map<Integer, Integer> signatures = question.signatures();
        Map<Place, RoaringBitmap> people = new HashMap<>();
        Contribution contribution = contributions.stream()
                .filter(each -> each.family().equals(measure.family()))
                .findFirst()
                .orElseThrow();
        Bindings sql = statement(question, contribution, Set.of(measure), "deed.person_id", ", deed.person_id");
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Integer value = signatures.get(row.getInt(5));
                int person = row.getInt(6);
                if (value != null && !row.wasNull() && row.getInt(2) == item) {
                    Place place = new Place(row.getInt(3), question.byChannel() ? row.getInt(4) : 0, value);
                    people.computeIfAbsent(place, key -> new RoaringBitmap()).add(person);
                }
            }
        }
        return people;
    }

    /** By measure, item, bucket, channel and signature as it was on the day. */
    private static Bindings statement(
            Question question, Contribution contribution, Set<Measure> measures, String column, String by) {
        List<Bucket> buckets = question.buckets();
        List<OffsetDateTime> starts = buckets.stream()
                .map(bucket -> bucket.from().atOffset(ZoneOffset.UTC))
                .toList();
        Bindings sql = new Bindings();
        sql.add(
                "select measure, item, width_bucket(at, ?) - 1 as bucket, channel_id,"
                        + " coalesce(theirs.signature_id, 1) as signature_id, " + column + " from ("
                        + "select *, (at at time zone ?)::date as day from (",
                array("timestamptz", starts),
                question.dimensions().zone().getId());
        sql.add(
                contribution.sql(),
                starts.get(0),
                buckets.get(buckets.size() - 1).to().atOffset(ZoneOffset.UTC));
        sql.add(
                ") as contribution where measure = any(?)) as deed left join person_signature as theirs"
                        + " on theirs.person_id = deed.person_id and theirs.from_day <= deed.day"
                        + " and deed.day < theirs.to_day",
                array("smallint", measures.stream().map(Measure::id).toList()));
        if (!question.channels().isEmpty()) {
            sql.add(" where channel_id = any(?)", array("smallint", question.channels()));
        }
        return sql.add(" group by 1, 2, 3, 4, 5" + by);
    }
}
