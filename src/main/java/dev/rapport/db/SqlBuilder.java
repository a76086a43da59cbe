package dev.rapport.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Builds SQL from fixed pieces, with every value bound. */
public final class SqlBuilder {
    private record ArrayValue(String type, Object[] elements) {}

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public SqlBuilder add(String piece, Object... bound) {
        sql.append(piece);
        values.addAll(List.of(bound));
        return this;
    }

    /** For {@code any(?)} and the like. */
    public static Object array(String type, Collection<?> elements) {
        return new ArrayValue(type, elements.toArray());
    }

    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof ArrayValue array) {
                statement.setArray(i + 1, connection.createArrayOf(array.type(), array.elements()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
