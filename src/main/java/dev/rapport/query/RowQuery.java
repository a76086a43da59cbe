package dev.rapport.query;

import dev.rapport.db.SqlPieces;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a select for rows of facts, still without order or limit.
 *
 * @param columns what it answers, in this order
 * @param values for the question marks of the SQL, in order
 * @param order the columns to sort by, the newest first
 */
public record RowQuery(List<RowColumn> columns, String sql, List<Object> values, String order) {

    /** SQL of how the person of a {@code fact} is called, with {@code person} joined: their number, else that of the visitor. */
    public static final String PERSON = "coalesce(person.external_id, 'visitor ' || fact.person_id)";

    /** Puts a select together; every value is bound. */
    public static final class Builder implements SqlPieces {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        @Override
        public Builder add(String part, Object... bound) {
            sql.append(part).append('\n');
            values.addAll(List.of(bound));
            return this;
        }

        public RowQuery done(String order, RowColumn... columns) {
            return new RowQuery(List.of(columns), sql.toString(), List.copyOf(values), order);
        }
    }
}
