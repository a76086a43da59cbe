package dev.rapport.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.fact.TimelineLine;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happened with a customer, of all fact types that have a line in a timeline. */
class TimelineTest {
    private static javax.sql.DataSource database;

    @BeforeAll
    static void facts() throws SQLException {
        database = FreshDatabase.create();
        try (Connection connection = database.getConnection()) {
            JdbiSetup.on(connection).execute("""
                    insert into person (external_id) values ('p');
                    insert into visitor (key, person_id) select 'u:p', id from person;
                    insert into ticket_record (key, visitor_id, channel_id, created_at, subject, content)
                    select 't', id, 1, '2026-10-01', 'broken', gen_random_uuid() from visitor;
                    insert into call (key, visitor_id, channel_id, started_at, agent, content)
                    select 'c' || n, id, 1, '2026-10-02', 'Ann ' || n, gen_random_uuid() from visitor, generate_series(1, 2) as n;
                    insert into mention (key, visitor_id, channel_id, network, at, content)
                    select 'm', id, 1, 'x', '2026-10-03', gen_random_uuid() from visitor;
                    """);
        }
    }

    @Test
    void theNewestComesFirstPageByPage() throws SQLException {
        Timeline first = read(new TimelineFilter(Optional.empty(), Optional.empty(), 2));
        Timeline second = read(new TimelineFilter(Optional.empty(), first.next(), 2));

        assertThat(about(first)).containsExactly("mention x", "call Ann 2");
        assertThat(about(second)).containsExactly("call Ann 1", "ticket broken");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void everyKindIsReadAlone() throws SQLException {
        assertThat(Timeline.KINDS)
                .extracting(TimelineLine::kind)
                .containsExactlyInAnyOrder(
                        "visit", "order", "ticket", "call", "answer", "mention", "subscription", "reason");
        for (TimelineLine kind : Timeline.KINDS) {
            Timeline timeline = read(new TimelineFilter(TimelineFilter.kind(kind.kind()), Optional.empty(), 9));

            assertThat(timeline.entries()).extracting(Timeline.Entry::kind).allMatch(kind::equals);
        }
    }

    private static Timeline read(TimelineFilter filter) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Timeline.read(JdbiSetup.on(connection), 1, filter);
        }
    }

    private static List<String> about(Timeline timeline) {
        return timeline.entries().stream()
                .map(entry -> entry.kind().kind() + " " + entry.about())
                .toList();
    }
}
