package dev.rapport.bench;

import dev.rapport.team.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A key of each scope for this run; those of former runs are taken away. */
final class Keys {
    private static final String BY = "bench";

    private Keys() {}

    static void ensure(Connection connection, String key, String scope) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from api_key where created_by = '" + BY + "' and scope = '" + scope + "'");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into api_key (name, prefix, hash, scope, created_by) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, "Bench");
            insert.setString(2, key.substring(0, 10));
            insert.setString(3, Secrets.hash(key));
            insert.setString(4, scope);
            insert.setString(5, BY);
            insert.executeUpdate();
        }
    }
}
