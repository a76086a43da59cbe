package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of customers with their names in networks says whose mentions are, those before and those after. */
class HandleImportTest {
    private static final String MENTIONS = """
            Mention ID,Network,Screen Name,Posted At,Content,Sentiment
            M1,Twitter,@Zoe,2026-10-05 10:00,Great,positive
            M2,X,https://x.com/zoe,2026-10-06 10:00,Dear,negative
            M3,Instagram,zoe,2026-10-07 10:00,Hm,neutral
            M4,x,kim,2026-10-08 10:00,Fine,positive
            M5,x,,2026-10-09 10:00,Nobody,positive
            M6,x,not a name,2026-10-10 10:00,Nobody,positive
            """;

    private static final String PEOPLE = """
            Customer Number,Name,Customer Since,Twitter Handle,Instagram,Plan
            C9,Z,2026-09-01,ZOE,,pro
            C10,K,2026-09-01,@Kim,zoe,free
            """;

    private static final String MORE_MENTIONS = """
            Mention ID,Network,Screen Name,Posted At,Content,Sentiment
            M7,twitter,zoe,2026-10-20 10:00,Again,negative
            """;

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void aListThatComesLateJoinsOlderMentionsAndTakesItsWordAlong() {
        user.bring("mentions.csv", MENTIONS);
        assertThat(mentions("")).isEqualTo("6");
        assertThat(text("select string_agg(distinct key, ' ' order by key) from visitor"))
                .isEqualTo("h:instagram/zoe h:x/kim h:x/zoe");

        int people = user.bring("people.csv", PEOPLE).id();
        assertThat(mentions("&segment=plan:pro")).isEqualTo("2");
        assertThat(mentions("&segment=plan:free"))
                .as("Kim on X, and zoe on Instagram")
                .isEqualTo("2");
        assertThat(mentions("&segment=plan:none")).isEqualTo("2");
        assertThat(user.value("net_sentiment", "from=2026-10-01&to=2026-10-31&segment=plan:pro", 0))
                .isEqualTo("0");

        user.bring("more.csv", MORE_MENTIONS);
        assertThat(mentions("&segment=plan:pro")).isEqualTo("3");
        bySegmentAsFromTheRows();

        user.data.imports.undo(people);
        user.data.refresh();
        assertThat(mentions("")).isEqualTo("7");
        assertThat(text("select count(*)::text from visitor where key like 'u:%'"))
                .isEqualTo("0");
        assertThat(text("select count(distinct person_id)::text from visitor")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void theOrderOfFilesDoesNotMatter(long seed) {
        Map<String, String> files = Map.of("a.csv", MENTIONS, "b.csv", PEOPLE, "c.csv", MORE_MENTIONS);
        List<String> names = new ArrayList<>(files.keySet());
        Collections.sort(names);
        Collections.shuffle(names, new Random(seed));
        names.forEach(name -> user.bring(name, files.get(name)));

        assertThat(mentions("&segment=plan:pro")).as("%s", names).isEqualTo("3");
        assertThat(mentions("&segment=plan:free")).as("%s", names).isEqualTo("2");
        bySegmentAsFromTheRows();
    }

    @Test
    void aHandleOfTwoCustomersIsNeithers() {
        user.bring("mentions.csv", MENTIONS);
        user.bring("people.csv", PEOPLE);
        int second = user.bring("second.csv", """
                Customer Number,Name,Customer Since,Twitter,Plan
                C11,Other,2026-09-01,https://twitter.com/zoe,free
                """).id();
        assertThat(mentions("&segment=plan:pro")).isEqualTo("0");
        assertThat(mentions("&segment=plan:free")).isEqualTo("2");
        assertThat(text("select string_agg(number, ' ' order by number) from address_claim where address = 'h:x/zoe'"))
                .isEqualTo("C11 C9");
        bySegmentAsFromTheRows();

        user.data.imports.undo(second);
        user.data.refresh();
        assertThat(mentions("&segment=plan:pro")).isEqualTo("2");
    }

    @Test
    void aNameWithItsNetworkInAnotherColumnAndTheNumberOnAMentionJoinToo() {
        user.bring("people.csv", """
                Customer Number,Name,Customer Since,Social Handle,Social Network,Plan
                C9,Z,2026-09-01,@zoe,X,pro
                C10,K,2026-09-01,@kim,,free
                """);
        user.bring("mentions.csv", MENTIONS);
        assertThat(mentions("&segment=plan:pro")).isEqualTo("2");
        assertThat(mentions("&segment=plan:free"))
                .as("nobody says in which network Kim is called so")
                .isEqualTo("0");
        user.bring("known.csv", """
                Mention ID,Network,Screen Name,Customer ID,Posted At,Content
                M8,X,kim,C10,2026-10-21 10:00,It is me
                """);
        assertThat(mentions("&segment=plan:free"))
                .as("M8 says who kim is, and M4 is of kim")
                .isEqualTo("2");
    }

    /** What cells have, against plain SQL over the facts. */
    private void bySegmentAsFromTheRows() {
        for (String plan : List.of("pro", "free")) {
            assertThat(mentions("&segment=plan:" + plan)).isEqualTo(text("""
                    select count(*)::text from mention join visitor on visitor.id = mention.visitor_id
                    join membership on membership.person_id = visitor.person_id
                        and mention.at::date >= membership.from_day and mention.at::date < membership.to_day
                    join segment_value on segment_value.id = membership.value_id
                    where mention.current and segment_value.key = '%s'
                    """.formatted(plan)));
        }
    }

    private String mentions(String narrowed) {
        return user.value("mentions", "from=2026-10-01&to=2026-10-31" + narrowed, 0);
    }

    private String text(String sql) {
        return user.data.imports.text(sql);
    }
}
