package dev.rapport.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.PGConnection;

/** Builds SQL from fixed pieces, with every value bound, and reads its rows. */
public final class SqlBuilder implements SqlPieces {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Reads one row: straight from the result, as a mapper and an object for each of thousands of cells would be felt (ADR 30). */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Reads the whole result, from before its first row. */
    public interface ResultReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record ArrayValue(String type, Object[] elements) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
        }
    }

    @Override
    public SqlBuilder add(String piece, Object... bound) {
        sql.append(piece);
        values.addAll(List.of(bound));
        return this;
    }

    /** For {@code any(?)} and the like, in any statement of a handle. */
    public static Argument array(String type, Collection<?> elements) {
        return array(type, elements.toArray());
    }

    public static Argument array(String type, Object[] elements) {
        return new ArrayValue(type, elements);
    }

    /**
     * The same of plain numbers, by the driver's own way: boxed ones would be felt.
     *
     * @param array of a primitive type
     */
    public static Argument numbers(String type, Object array) {
        return (position, statement, context) -> statement.setArray(
                position, statement.getConnection().unwrap(PGConnection.class).createArrayOf(type, array));
    }

    /** To be mapped; it closes itself with its last row. */
    public Query select(Handle handle) {
        return handle.select(sql.toString(), values.toArray());
    }

    public void read(Handle handle, RowReader reader) {
        read(handle, 0, reader);
    }

    /** @param fetched rows at a time, in a transaction; 0 for all, as few or narrow ones may come */
    public void read(Handle handle, int fetched, RowReader reader) {
        scan(handle, fetched, row -> {
            while (row.next()) {
                reader.read(row);
            }
            return fetched;
        });
    }

    /** The same for who makes something of all rows. */
    public <T> T scan(Handle handle, int fetched, ResultReader<T> reader) {
        try (Query query = select(handle)) {
            return query.setFetchSize(fetched).scanResultSet((result, context) -> {
                try (ResultSet row = result.get()) {
                    return reader.read(row);
                }
            });
        }
    }
}
