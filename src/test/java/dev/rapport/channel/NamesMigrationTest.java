package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was stored when names were compared by what is left of them in an address, or letter by letter. */
class NamesMigrationTest {
    private static final String BEFORE = """
            insert into channel (key, name, aliases) values
                ('store', 'Store 東京', '{}'), ('old-shop', 'New shop', '{}'), ('fair', 'Fair', '{}');
            insert into campaign_day (key, campaign, channel_id, day, content) values
                ('1', 'Spring_Sale', 3, '2026-10-01', gen_random_uuid()),
                ('2', 'spring_sale', 3, '2026-10-02', gen_random_uuid());
            insert into traffic_source (utm_source, utm_campaign, channel_id) values
                ('google', 'spring_sale', 3), ('google', 'SPRING_SALE', 3), ('bing', 'other', 3);
            insert into person (external_id) values ('k');
            insert into visitor (key, person_id) values ('u:k', 1);
            insert into event_name (name) values ('page_view');
            insert into event (visitor_id, message_id, at, kind, name_id, source_id) values
                (1, gen_random_uuid(), '2026-10-01 10:00Z', 1, 1, 1), (1, gen_random_uuid(), '2026-10-02 10:00Z', 1, 1, 2);
            insert into order_line (key, order_key, visitor_id, channel_id, at, amount, campaign, content) values
                ('1', '1', 1, 3, '2026-10-03 10:00Z', 5, 'sPRING_sALE ', gen_random_uuid());
            insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount) values
                ('1', 1, 1, 3, '2026-10-03 10:00Z', '2026-10-03 10:00Z', '2026-10-03', 5);
            insert into ticket (key, channel_id, issue_type, created_at, content) values
                ('1', 3, 'Straße', '2026-10-01 10:00Z', gen_random_uuid()),
                ('2', 3, 'STRASSE', '2026-10-01 10:00Z', gen_random_uuid()),
                ('3', 3, null, '2026-10-01 10:00Z', gen_random_uuid());
            """;

    @Test
    void oneNameIsOneAndWhatFilesUsedGoesOnBeingKnown() throws SQLException {
        DataSource database = database("names_before");
        try (Connection connection = database.getConnection()) {
            migrate(database, "444?");
            connection.createStatement().execute(BEFORE);
            migrate(database, "latest");

            assertThat(text(connection, "select string_agg(distinct campaign, ',') from campaign_day"))
                    .isEqualTo("Spring_Sale");
            assertThat(text(connection, "select campaign from order_line")).isEqualTo("Spring_Sale");
            assertThat(
                            text(
                                    connection,
                                    "select string_agg(utm_source || ' ' || utm_campaign, ',' order by id) from traffic_source"))
                    .isEqualTo("google Spring_Sale,bing other");
            assertThat(text(connection, "select count(distinct source_id) from event"))
                    .isEqualTo("1");
            assertThat(text(connection, "select string_agg(distinct issue_type, ',') from ticket"))
                    .isEqualTo("Straße");
            assertThat(text(
                            connection,
                            "select count(*) from dirty_day where family = 'revenue' and day = '2026-10-03'"))
                    .isEqualTo("1");
            connection.setAutoCommit(false);
            ChannelNames names = new ChannelNames(JdbiSetup.on(connection));
            assertThat(names.id("Old-Shop")).isEqualTo(names.id("new shop"));
            assertThat(names.id("Store 大阪")).isNotEqualTo(names.id("Store 東京"));
            assertThat(new KnownNames(JdbiSetup.on(connection), null)
                            .of(dev.rapport.slice.Dimension.CAMPAIGN, java.util.List.of("SPRING_sale"))
                            .values())
                    .containsExactly("Spring_Sale");
        }
    }

    private static DataSource database(String name) throws SQLException {
        var server = PostgresResource.running();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getDatabase("postgres", name);
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
