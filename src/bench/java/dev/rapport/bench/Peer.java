package dev.rapport.bench;

import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.SqlDialect;
import dev.rapport.bench.question.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Another database that is asked the same in SQL. */
record Peer(SqlDialect dialect, Connection connection) {
    /** The answer, to be compared. */
    Table answer(Question question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(question))) {
            return Table.ofRows(rows, question.keys().size(), question.values().size());
        }
    }

    /** All rows are taken, and nothing is done with them. */
    int ask(Question question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(question))) {
            int count = 0;
            int columns = question.keys().size() + question.values().size();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    count += Optional.ofNullable(rows.getObject(i)).isPresent() ? 1 : 0;
                }
            }
            return count;
        }
    }

    private String sql(Question question) {
        return question.sql().orElseThrow().apply(dialect);
    }
}
