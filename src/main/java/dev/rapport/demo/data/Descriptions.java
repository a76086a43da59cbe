package dev.rapport.demo.data;

import dev.rapport.web.Slug;
import java.sql.Connection;
import java.sql.SQLException;

/** What an administrator of the demo company has told Rapport: which events are features, and where products are shown. */
final class Descriptions {
    private static final String SHIPPED = "kind = 'event' and pattern = 'product_view'";
    private static final String OURS = "kind = 'page' and pattern = '/shop/*'";

    private final Connection connection;

    Descriptions(Connection connection) {
        this.connection = connection;
    }

    void write(Script script) throws SQLException {
        for (int i = 0; i < Company.FEATURES.size(); i++) {
            String event = Company.FEATURES.get(i);
            try (var statement = connection.prepareStatement("""
                    insert into feature (key, name, event_name, released_on) values (?, ?, ?, ?)
                    on conflict do nothing
                    """)) {
                statement.setString(1, Slug.of(Company.FEATURE_NAMES.get(i)));
                statement.setString(2, Company.FEATURE_NAMES.get(i));
                statement.setString(3, event);
                statement.setObject(4, event.equals(Company.DISCOUNTS) ? script.discountRelease() : null);
                statement.executeUpdate();
            }
        }
        run("update journey_step set kind = 'page', pattern = '/shop/*' where " + SHIPPED);
    }

    /** As before; what somebody has changed meanwhile stays. */
    void remove() throws SQLException {
        for (int i = 0; i < Company.FEATURES.size(); i++) {
            try (var statement =
                    connection.prepareStatement("delete from feature where key = ? and name = ? and event_name = ?")) {
                statement.setString(1, Slug.of(Company.FEATURE_NAMES.get(i)));
                statement.setString(2, Company.FEATURE_NAMES.get(i));
                statement.setString(3, Company.FEATURES.get(i));
                statement.executeUpdate();
            }
        }
        run("update journey_step set kind = 'event', pattern = 'product_view' where " + OURS);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
