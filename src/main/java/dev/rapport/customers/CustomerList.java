package dev.rapport.customers;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.QueryPool;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Measure;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.roaringbitmap.RoaringBitmap;

/** Reads the list of customers, a page at a time by key, or all of it. */
@ApplicationScoped
public class CustomerList {
    private static final List<Measure> MEASURES = List.of(Measure.SESSIONS, Measure.ORDERS, Measure.TICKETS_CREATED);
    private static final int NONE = -1;

    private final ReadTransactions readTransactions;
    private final QueryPool queryPool;

    CustomerList(ReadTransactions readTransactions, QueryPool queryPool) {
        this.readTransactions = readTransactions;
        this.queryPool = queryPool;
    }

    /** @param at of when the list is; empty before it has been made */
    public record Page(List<ListedCustomer> customers, boolean more, long count, Optional<Instant> at) {}

    /** What takes the customers of the whole list. */
    public interface Taker {
        void take(ListedCustomer customer) throws IOException;
    }

    public Page page(CustomerFilter filter, int limit) {
        return readTransactions.read(readTransaction -> {
            Optional<Integer[]> active = active(readTransaction, filter.slice());
            Handle handle = readTransaction.handle();
            List<ListedCustomer> found = new Select(filter, active)
                    .rows(limit + 1)
                    .select(handle)
                    .map((row, context) -> customer(row))
                    .list();
            boolean more = found.size() > limit;
            return new Page(
                    List.copyOf(more ? found.subList(0, limit) : found),
                    more,
                    new Select(filter.after(Optional.empty()), active)
                            .count()
                            .select(handle)
                            .mapTo(Long.class)
                            .one(),
                    at(handle));
        });
    }

    /** All of it, from its beginning. */
    public void each(CustomerFilter filter, Taker taker) throws IOException {
        Optional<Integer[]> active = readTransactions.read(readTransaction -> active(readTransaction, filter.slice()));
        SqlBuilder all = new Select(filter.after(Optional.empty()), active).rows(Integer.MAX_VALUE);
        try (QueryPool.Turn turn = queryPool.forExport();
                ResultIterator<ListedCustomer> rows = all.select(turn.handle())
                        .setFetchSize(5_000)
                        .map((row, context) -> customer(row))
                        .iterator()) {
            while (rows.hasNext()) {
                taker.take(rows.next());
            }
        }
    }

    /** Who has this address; not to be asked for in a URL. */
    public Optional<Integer> withEmail(String email) {
        return readTransactions.read(readTransaction ->
                readTransaction.handle().select("""
                        select id from person
                        where lower(email) = lower(?) and exists (select from visitor where person_id = person.id)
                        order by id limit 1
                        """, email).mapTo(Integer.class).findOne());
    }

    /** Who visited, ordered or asked for help in one of the channels in the period; empty when no channel is asked for. */
    private static Optional<Integer[]> active(ReadTransaction readTransaction, Slice slice) {
        if (slice.channels().isEmpty()) {
            return Optional.empty();
        }
        Slice anybody = slice.withSegments(SegmentFilter.EVERYBODY);
        RoaringBitmap all = new RoaringBitmap();
        for (Measure deed : MEASURES) {
            RoaringBitmap who = readTransaction
                    .people(deed, anybody, slice.period(), Grouping.TOTAL)
                    .get(DimensionKey.TOTAL);
            if (who != null) {
                all.or(who);
            }
        }
        return Optional.of(IntStream.of(all.toArray()).boxed().toArray(Integer[]::new));
    }

    private static Optional<Instant> at(Handle handle) {
        return handle.select("select at from customer_state_made")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    private static ListedCustomer customer(ResultSet row) throws SQLException {
        int person = row.getInt("person_id");
        return new ListedCustomer(
                person,
                row.getString("number"),
                row.getString("name"),
                row.getBigDecimal("value"),
                row.getInt("orders"),
                Optional.ofNullable(row.getObject("active_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("tickets"),
                Optional.of(row.getInt("last_score")).filter(score -> score != NONE),
                Optional.of(row.getInt("health")).filter(score -> score != NONE),
                new CustomerFilter.After(row.getString("sorted_by"), person));
    }

    /** The list as SQL: fixed pieces, every value bound, the column to sort by from an enum. */
    private record Select(CustomerFilter filter, Optional<Integer[]> active) {
        SqlBuilder rows(int limit) {
            String column = filter.sort().column();
            String direction = filter.ascending() ? "asc" : "desc";
            return builder(
                    """
                    select state.person_id, coalesce(person.external_id, '') as number, coalesce(person.name, '') as name,
                           value, orders, nullif(last_at, '-infinity') as active_at, tickets, last_score, health,
                           %s as sorted_by
                    """.formatted(sortedBy()),
                    "order by state.%1$s %2$s, state.person_id %2$s limit %3$d".formatted(column, direction, limit));
        }

        private String sortedBy() {
            String column = "state." + filter.sort().column();
            return filter.sort() == CustomerSort.LAST_ACTIVE ? """
                            case when %1$s = '-infinity' then '-infinity'
                                 else to_char(%1$s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') end
                            """.formatted(column) : column + "::text";
        }

        SqlBuilder count() {
            return builder("select count(*)", "");
        }

        private SqlBuilder builder(String columns, String order) {
            SqlBuilder sql = new SqlBuilder()
                    .add(columns)
                    .add(" from customer_state as state join person on person.id = state.person_id where true");
            if (filter.standing() != CustomerStanding.ALL) {
                sql.add(" and state.health >= 0");
            }
            filter.standing()
                    .band()
                    .ifPresent(
                            band -> sql.add(" and state.health >= ? and state.health < ?", band.from(), band.below()));
            if (!filter.search().isEmpty()) {
                sql.add(
                        " and (person.name ilike ? or person.external_id ilike ?)",
                        "%" + escaped(filter.search()) + "%",
                        escaped(filter.search()) + "%");
            }
            active.ifPresent(people -> sql.add(" and state.person_id = any (?)", SqlBuilder.array("int4", people)));
            new SliceFilter(filter.slice()).signature(sql, "state.signature_id");
            if (filter.after().isPresent()) {
                CustomerFilter.After after = filter.after().get();
                boolean moment = filter.sort() == CustomerSort.LAST_ACTIVE
                        && !after.value().startsWith("-");
                sql.add(
                        " and (state.%s, state.person_id) %s (?::%s, ?)"
                                .formatted(
                                        filter.sort().column(),
                                        filter.ascending() ? ">" : "<",
                                        filter.sort().type()),
                        moment ? after.value() + "Z" : after.value(),
                        after.person());
            }
            return sql.add(" " + order);
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }
}
