package dev.rapport.dashboard.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.RowReader;
import dev.rapport.db.JdbiSetup;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import dev.rapport.voice.CommentFilter;
import dev.rapport.voice.VoiceRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommentsTest {
    private static final Facts FACTS = new Facts();
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";

    @BeforeAll
    static void write() {
        FACTS.people(1).run("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better)
                values ('nps', 'nps', 'nps', 0, 10, false), ('effort', 'effort', 'ces', 1, 7, true);
                insert into response (key, survey_id, visitor_id, channel_id, at, score, comment, content, current)
                select r.key, survey.id, 1, channel.id, at::timestamptz, score, comment, gen_random_uuid(), now
                from (values ('1', 'nps', 'chat', '2026-04-01T10:00Z', 10, 'Refunded within minutes', true),
                             ('2', 'nps', 'email', '2026-04-02T10:00Z', 3, 'No refund, slow answer', true),
                             ('3', 'nps', 'email', '2026-04-03T10:00Z', null, 'Cannot say, slow news', true),
                             ('4', 'effort', 'chat', '2026-04-04T10:00Z', 7, '返金が遅い', true),
                             ('5', 'effort', 'chat', '2026-04-05T10:00Z', 4, 'So <lala>/hm :-/', true),
                             ('6', 'effort', 'chat', '2026-04-06T10:00Z', 1, '', true),
                             ('2', 'nps', 'email', '2026-04-02T10:00Z', 3, 'refund, as it was first told', false),
                             ('7', 'nps', 'chat', '2026-05-06T10:00Z', 1, 'refund in May', true))
                    as r(key, survey, channel, at, score, comment, now)
                join survey on survey.key = r.survey join channel on channel.key = r.channel
                """);
    }

    @Test
    void allThatWasWrittenTheNewestFirst() throws SQLException {
        assertThat(read(APRIL, "", ""))
                .containsExactly(
                        "So <lala>/hm :-/",
                        "返金が遅い",
                        "Cannot say, slow news",
                        "No refund, slow answer",
                        "Refunded within minutes");
    }

    @Test
    void wordsAreFoundByTheirBeginnings() throws SQLException {
        assertThat(read(APRIL, "REFUND", "")).containsExactly("No refund, slow answer", "Refunded within minutes");
        assertThat(read(APRIL, "slow refund", "")).containsExactly("No refund, slow answer");
        assertThat(read(APRIL, "efund", "")).isEmpty();
        assertThat(read(APRIL, "lala hm", "")).containsExactly("So <lala>/hm :-/");
        assertThat(read(APRIL, "' | 'a", "")).containsExactly("No refund, slow answer");
    }

    @Test
    void lettersAreFoundWhereThereAreNoWords() throws SQLException {
        assertThat(read(APRIL, "遅い", "")).containsExactly("返金が遅い");
        assertThat(read(APRIL, ":-/", "")).containsExactly("So <lala>/hm :-/");
        assertThat(read(APRIL, "%", "")).isEmpty();
    }

    @Test
    void byHowGoodTheScoreWas() throws SQLException {
        assertThat(read(APRIL, "", "good")).containsExactly("Refunded within minutes");
        assertThat(read(APRIL, "", "middle")).containsExactly("So <lala>/hm :-/");
        assertThat(read(APRIL, "", "bad")).containsExactly("返金が遅い", "No refund, slow answer");
        assertThat(read(APRIL, "", "none")).containsExactly("Cannot say, slow news");
    }

    @Test
    void withinTheSlice() throws SQLException {
        assertThat(read(APRIL + "&channel=email", "", "")).hasSize(2);
        assertThat(read(APRIL + "&segment=plan:pro", "", "")).isEmpty();
        assertThat(read("from=2026-05-01&to=2026-05-31", "", "")).containsExactly("refund in May");
    }

    private static List<String> read(String query, String search, String score) throws SQLException {
        Slice slice = Facts.slice(query);
        CommentFilter filter = new CommentFilter(
                Optional.of(search).filter(text -> !text.isEmpty()),
                Optional.of(score).filter(text -> !text.isEmpty()));
        RowQuery rows = VoiceRows.comments(slice, filter);
        int comment = rows.columns().indexOf(RowColumn.COMMENT);
        try (Connection connection = FACTS.connection()) {
            return new RowReader(JdbiSetup.on(connection), rows, slice.zone())
                    .read(100).stream().map(cells -> cells.get(comment)).toList();
        }
    }
}
