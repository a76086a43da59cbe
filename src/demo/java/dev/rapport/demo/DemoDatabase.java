package dev.rapport.demo;

import dev.rapport.team.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes what the launcher itself has to say into the databases. */
final class DemoDatabase {
    private DemoDatabase() {}

    /** The same key at each start; a key someone revoked stays revoked. */
    static void ensureKey(Connection rapport, String key, String name, String scope) throws SQLException {
        String sql = """
                insert into api_key (name, prefix, hash, scope, created_by) values (?, ?, ?, ?, 'demo')
                on conflict (hash) do nothing
                """;
        try (PreparedStatement insert = rapport.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setString(2, key.substring(0, 10));
            insert.setString(3, Secrets.hash(key));
            insert.setString(4, scope);
            insert.executeUpdate();
        }
    }

    /**
     * Keycloak imports a realm once and accepts exact addresses only, so after a change of port its addresses are
     * brought up to date before it starts.
     */
    static void moveRealm(Connection keycloak, String secret, String url) throws SQLException {
        if (!exists(keycloak, "client")) {
            return;
        }
        String mine = "(select id from client where client_id = 'rapport')";
        run(keycloak, "update client set secret = ?, root_url = ? where client_id = 'rapport'", secret, url);
        run(keycloak, "update redirect_uris set value = ? where client_id = " + mine, url + "/sign-in");
        String attribute = "update client_attributes set value = ? where name = ? and client_id = " + mine;
        run(keycloak, attribute, url + "/signed-out", "post.logout.redirect.uris");
        run(keycloak, attribute, url + "/back-channel-logout", "backchannel.logout.url");
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('" + table + "')")) {
            return found.next() && found.getString(1) != null;
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
