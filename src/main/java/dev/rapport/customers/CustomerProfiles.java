package dev.rapport.customers;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.customers.CustomerProfile.Counted;
import dev.rapport.customers.CustomerProfile.Held;
import dev.rapport.customers.CustomerProfile.Totals;
import dev.rapport.customers.CustomerProfile.Trait;
import dev.rapport.db.SqlBuilder;
import dev.rapport.person.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    /** Empty when there is nobody of this number, or they have become somebody else. */
    public Optional<CustomerProfile> find(int person) {
        Optional<Person> who = QuarkusTransaction.joiningExisting().call(() -> Person.met(person));
        return who.map(known -> readTransactions.read(readTransaction -> profile(readTransaction, known)));
    }

    public Timeline timeline(int person, TimelineFilter filter) {
        return readTransactions.read(readTransaction -> Timeline.read(readTransaction.handle(), person, filter));
    }

    private CustomerProfile profile(ReadTransaction readTransaction, Person who) {
        int person = who.id;
        Handle handle = readTransaction.handle();
        ZoneId zone = zone(handle);
        ObservationTime now = ObservationTime.now(clock.instant(), zone);
        int signature = SegmentSignatures.of(handle, person).of(person, now.day());
        return new CustomerProfile(
                person,
                text(who.externalId),
                text(who.name),
                text(who.email),
                totals(handle, person),
                book.score(readTransaction, zone, now, person),
                HealthWeightIndex.read(handle).of(signature),
                traits(handle, person),
                segments(handle, person),
                counted(handle, ProfileSql.CHANNELS, person, person, person),
                counted(handle, ProfileSql.FEATURES, person),
                counted(handle, ProfileSql.PRODUCTS, person),
                hours(handle, person),
                zone);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Totals totals(Handle handle, int person) {
        return handle.select(ProfileSql.TOTALS, person)
                .map((row, context) -> new Totals(
                        row.getBigDecimal(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        instant(row, 6),
                        instant(row, 7)))
                .one();
    }

    private static List<Trait> traits(Handle handle, int person) {
        return handle.select(ProfileSql.TRAITS, person)
                .map((row, context) -> new Trait(row.getString(1), row.getString(2), instant(row, 3)))
                .list();
    }

    private static List<Held> segments(Handle handle, int person) {
        return handle.select(ProfileSql.SEGMENTS, person)
                .map((row, context) -> new Held(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        row.getString(5)))
                .list();
    }

    private static List<Counted> counted(Handle handle, String sql, Object... values) {
        return handle.select(sql, values)
                .map((row, context) -> new Counted(row.getString(1), row.getLong(2)))
                .list();
    }

    private static long[] hours(Handle handle, int person) {
        long[] hours = new long[HOURS];
        new SqlBuilder().add(ProfileSql.HOURS, person).read(handle, row -> hours[row.getInt(1)] = row.getLong(2));
        return hours;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static ZoneId zone(Handle handle) {
        return ZoneId.of(
                handle.select("select zone from settings").mapTo(String.class).one());
    }
}
