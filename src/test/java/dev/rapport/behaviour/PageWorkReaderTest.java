package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.testsupport.Facts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageWorkReaderTest {
    private static final String MAY = "from=2026-05-01&to=2026-05-31";
    private static final Facts FACTS = new Facts();
    private final PageWorkReader reader =
            new PageWorkReader(new ReadTransactions(FACTS.database(), Duration.ofMinutes(1)));

    @BeforeAll
    static void write() {
        FACTS.people(3)
                .plan(1, "pro", "-infinity", "infinity")
                .run("insert into page (path, shown) values ('/a', '/a'), ('/b', '/b')")
                .run("insert into event_name (name) values ('click')")
                .run("insert into page_length (page, words) values ('/a', 476), ('/gone', 5)");
        // /a, then /b read to the end, and nothing more
        visit(1, "email", "2026-05-05 10:00", 10);
        view(1, "2026-05-05 10:00", "/a", 60, 20);
        view(1, "2026-05-05 10:10", "/b", 30, 90);
        // /b twice, the second read to the end with a click after it
        visit(2, "chat", "2026-05-06 10:00", 6);
        view(2, "2026-05-06 10:00", "/b", 10, 10);
        view(2, "2026-05-06 10:05", "/b", 50, 80);
        click(2, "2026-05-06 10:06");
        // in April
        visit(3, "chat", "2026-04-06 10:00", 0);
        view(3, "2026-04-06 10:00", "/a", 999, 100);
    }

    private static void visit(int person, String channel, String at, int minutes) {
        FACTS.run("""
                insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, page_views, events)
                select %1$d, '%2$s Europe/Berlin', '%2$s Europe/Berlin'::timestamptz + interval '%3$d minutes', %1$d,
                       '%2$s'::date, id, 2, 2 from channel where key = '%4$s'
                """.formatted(person, at, minutes, channel));
    }

    private static void view(int person, String at, String page, int seconds, int scroll) {
        FACTS.run("""
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, visible_ms, scroll_percent)
                select %d, gen_random_uuid(), '%s Europe/Berlin', 1, 1, id, %d, %d from page where path = '%s'
                """.formatted(person, at, seconds * 1_000, scroll, page));
    }

    private static void click(int person, String at) {
        FACTS.run("""
                insert into event (visitor_id, message_id, at, kind, name_id)
                select %d, gen_random_uuid(), '%s Europe/Berlin', 3, id from event_name where name = 'click'
                """.formatted(person, at));
    }

    @Test
    void countsWhatFollowedEachView() {
        Map<String, PageWork> pages = pages(MAY);

        assertThat(pages.keySet()).containsExactlyInAnyOrder("/a", "/b");
        assertThat(pages.get("/a"))
                .isEqualTo(new PageWork("/a", 1, 0, 1, 1, Optional.of(60.0), 0, 0, Optional.of(476)));
        assertThat(pages.get("/b"))
                .isEqualTo(new PageWork("/b", 3, 2, 0, 3, Optional.of(30.0), 2, 1, Optional.empty()));
        assertThat(reader.read(Facts.slice(MAY)).all())
                .contains(new PageWork("", 4, 2, 1, 4, Optional.of(40.0), 2, 1, Optional.empty()));
    }

    @Test
    void ofAChannelAndASegment() {
        assertThat(pages(MAY + "&channel=chat").get("/b").views()).isEqualTo(2);
        assertThat(pages(MAY + "&channel=chat")).doesNotContainKey("/a");
        assertThat(pages(MAY + "&segment=plan:pro").get("/b").views()).isEqualTo(1);
        assertThat(reader.read(Facts.slice("from=2020-01-01&to=2020-01-02")).all())
                .isEmpty();
    }

    private Map<String, PageWork> pages(String query) {
        return reader.read(Facts.slice(query)).pages().stream()
                .collect(Collectors.toMap(PageWork::page, Function.identity()));
    }
}
