package dev.rapport.demo.data;

import dev.rapport.web.Slug;
import java.sql.Connection;
import java.sql.SQLException;

/** Sets what an administrator of the demo company has told Rapport: which events are features, which pages
 * the product is, and where products are shown. */
final class FeatureSettings {
    private static final String SHIPPED = "kind = 'event' and pattern = 'product_view'";

    private final Connection connection;

    FeatureSettings(Connection connection) {
        this.connection = connection;
    }

    void write(Scenario scenario) throws SQLException {
        for (int i = 0; i < DemoCompany.FEATURES.size(); i++) {
            String event = DemoCompany.FEATURES.get(i);
            try (var statement = connection.prepareStatement("""
                    insert into feature (key, name, event_name, released_on) values (?, ?, ?, ?)
                    on conflict do nothing
                    """)) {
                statement.setString(1, Slug.of(DemoCompany.FEATURE_NAMES.get(i)));
                statement.setString(2, DemoCompany.FEATURE_NAMES.get(i));
                statement.setString(3, event);
                statement.setObject(4, event.equals(DemoCompany.DISCOUNTS) ? scenario.discountRelease() : null);
                statement.executeUpdate();
            }
        }
        run("insert into product_use (page_pattern) values ('/app/*') on conflict do nothing");
        run("update journey_step set kind = 'page', pattern = '/shop/*' where " + SHIPPED);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
