package dev.rapport.customers;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.customers.CustomerProfile.Counted;
import dev.rapport.customers.CustomerProfile.Held;
import dev.rapport.customers.CustomerProfile.Totals;
import dev.rapport.customers.CustomerProfile.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one customer's page from the facts. */
@ApplicationScoped
public class CustomerProfiles {
    private static final int HOURS = 24;

    private final ReadTransactions readTransactions;
    private final HealthScoring book;
    private final Clock clock;

    CustomerProfiles(ReadTransactions readTransactions, HealthScoring book, Clock clock) {
        this.readTransactions = readTransactions;
        this.book = book;
        this.clock = clock;
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Empty when there is nobody of this number, or they have become somebody else. */
    public Optional<CustomerProfile> find(int person) {
        return readTransactions.read(readTransaction -> {
            List<String[]> who = all(
                    readTransaction,
                    """
                    select coalesce(external_id, ''), coalesce(name, ''), coalesce(email, '') from person
                    where id = ? and exists (select from visitor where person_id = person.id)
                    """,
                    row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                    person);
            return who.isEmpty()
                    ? Optional.<CustomerProfile>empty()
                    : Optional.of(profile(readTransaction, person, who.get(0)));
        });
    }

    public Timeline timeline(int person, TimelineFilter filter) {
        return readTransactions.read(readTransaction -> Timeline.read(readTransaction.connection(), person, filter));
    }

    private CustomerProfile profile(ReadTransaction readTransaction, int person, String[] who) throws SQLException {
        ZoneId zone = zone(readTransaction.connection());
        ObservationTime now = ObservationTime.now(clock.instant(), zone);
        int signature =
                SegmentSignatures.of(readTransaction.connection(), person).of(person, now.day());
        return new CustomerProfile(
                person,
                who[0],
                who[1],
                who[2],
                totals(readTransaction, person),
                book.score(readTransaction, zone, now, person),
                HealthWeightIndex.read(readTransaction.connection()).of(signature),
                traits(readTransaction, person),
                segments(readTransaction, person),
                counted(readTransaction, ProfileSql.CHANNELS, person, person, person),
                counted(readTransaction, ProfileSql.FEATURES, person),
                counted(readTransaction, ProfileSql.PRODUCTS, person),
                hours(readTransaction, person),
                zone);
    }

    private static Totals totals(ReadTransaction readTransaction, int person) throws SQLException {
        return all(
                        readTransaction,
                        ProfileSql.TOTALS,
                        row -> new Totals(
                                row.getBigDecimal(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                instant(row, 6),
                                instant(row, 7)),
                        person)
                .get(0);
    }

    private static List<Trait> traits(ReadTransaction readTransaction, int person) throws SQLException {
        return all(
                readTransaction,
                ProfileSql.TRAITS,
                row -> new Trait(row.getString(1), row.getString(2), instant(row, 3)),
                person);
    }

    private static List<Held> segments(ReadTransaction readTransaction, int person) throws SQLException {
        return all(
                readTransaction,
                ProfileSql.SEGMENTS,
                row -> new Held(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        Optional.ofNullable(row.getObject(4, LocalDate.class))),
                person);
    }

    private static List<Counted> counted(ReadTransaction readTransaction, String sql, Object... values)
            throws SQLException {
        return all(readTransaction, sql, row -> new Counted(row.getString(1), row.getLong(2)), values);
    }

    private static long[] hours(ReadTransaction readTransaction, int person) throws SQLException {
        long[] hours = new long[HOURS];
        all(readTransaction, ProfileSql.HOURS, row -> hours[row.getInt(1)] = row.getLong(2), person);
        return hours;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static <T> List<T> all(ReadTransaction readTransaction, String sql, Reading<T> reading, Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = readTransaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
        }
        return List.copyOf(found);
    }

    private static ZoneId zone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select zone from settings");
                var row = statement.executeQuery()) {
            row.next();
            return ZoneId.of(row.getString(1));
        }
    }
}
