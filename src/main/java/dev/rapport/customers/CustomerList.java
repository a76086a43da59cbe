package dev.rapport.customers;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.QueryFailedException;
import dev.rapport.db.QueryPool;
import dev.rapport.metric.Measure;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
            Connection connection = readTransaction.connection();
            List<ListedCustomer> found = new ArrayList<>();
            try (PreparedStatement select = new Select(filter, active).rows(connection, limit + 1);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(customer(row));
                }
            }
            boolean more = found.size() > limit;
            return new Page(
                    List.copyOf(more ? found.subList(0, limit) : found),
                    more,
                    count(connection, new Select(filter.after(Optional.empty()), active)),
                    at(connection));
        });
    }

    /** All of it, from its beginning. */
    public void each(CustomerFilter filter, Taker taker) throws IOException {
        Optional<Integer[]> active = readTransactions.read(readTransaction -> active(readTransaction, filter.slice()));
        try (QueryPool.Turn turn = queryPool.forExport();
                PreparedStatement select =
                        new Select(filter.after(Optional.empty()), active).rows(turn.connection(), Integer.MAX_VALUE)) {
            select.setFetchSize(5_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taker.take(customer(row));
                }
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** Who has this address; not to be asked for in a URL. */
    public Optional<Integer> withEmail(String email) {
        return readTransactions.read(readTransaction -> {
            try (var statement = readTransaction.connection().prepareStatement("""
                    select id from person
                    where lower(email) = lower(?) and exists (select from visitor where person_id = person.id)
                    order by id limit 1
                    """)) {
                statement.setString(1, email);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getInt(1)) : Optional.<Integer>empty();
                }
            }
        });
    }

    /** Who visited, ordered or asked for help in one of the channels in the period; empty when no channel is asked for. */
    private static Optional<Integer[]> active(ReadTransaction readTransaction, Slice slice) throws SQLException {
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

    private static long count(Connection connection, Select select) throws SQLException {
        try (PreparedStatement statement = select.count(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<Instant> at(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select at from customer_state_made");
                var row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
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
        PreparedStatement rows(Connection connection, int limit) throws SQLException {
            String column = filter.sort().column();
            String direction = filter.ascending() ? "asc" : "desc";
            return prepare(
                    connection,
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

        PreparedStatement count(Connection connection) throws SQLException {
            return prepare(connection, "select count(*)", "");
        }

        private PreparedStatement prepare(Connection connection, String columns, String order) throws SQLException {
            StringBuilder sql = new StringBuilder(columns)
                    .append(" from customer_state as state join person on person.id = state.person_id where true");
            List<Object> values = new ArrayList<>();
            if (filter.currentOnly()) {
                sql.append(" and state.health >= 0");
            }
            if (!filter.search().isEmpty()) {
                sql.append(" and (person.name ilike ? or person.external_id ilike ?)");
                values.add("%" + escaped(filter.search()) + "%");
                values.add(escaped(filter.search()) + "%");
            }
            if (active.isPresent()) {
                sql.append(" and state.person_id = any (?)");
                values.add(connection.createArrayOf("int4", active.get()));
            }
            filter.slice().segments().values().forEach((group, keys) -> {
                sql.append("""
                         and state.signature_id in (
                            select signature.id from signature
                            where coalesce((select value.key
                                            from segment_value as value join segment_group on segment_group.id = value.group_id
                                            where segment_group.key = ? and value.id = any (signature.value_ids)), 'none')
                                  = any (?))
                        """);
                values.add(group);
                values.add(keys.toArray(String[]::new));
            });
            if (filter.after().isPresent()) {
                CustomerFilter.After after = filter.after().get();
                sql.append(" and (state.%s, state.person_id) %s (?::%s, ?)"
                        .formatted(
                                filter.sort().column(),
                                filter.ascending() ? ">" : "<",
                                filter.sort().type()));
                values.add(
                        filter.sort() == CustomerSort.LAST_ACTIVE
                                        && !after.value().startsWith("-")
                                ? after.value() + "Z"
                                : after.value());
                values.add(after.person());
            }
            PreparedStatement statement = connection.prepareStatement(sql + " " + order);
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            return statement;
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }
}
