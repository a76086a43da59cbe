package dev.rapport.dashboard.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.PlainPages;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.RowColumn;
import dev.rapport.testsupport.PlainTemplates;
import dev.rapport.voice.CommentFilter;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.words.Audience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes the lists that people work through for two audiences, from rows and answers alone. */
class WorkListPagesTest {
    private static final FollowUpFilter OPEN = new FollowUpFilter(Optional.of("open"), Optional.of("eva"));

    @Test
    void lowScoresReadAsTheirAudienceWritesThem() {
        assertThat(followUps(PlainPages.BERLIN))
                .contains(
                        ">21 Nov 2026, 03:30<",
                        "51–51 of 1,204",
                        "href=\"/follow-ups/7?from=2026-07-01&amp;to=2026-07-03&amp;compare=none&amp;owner=eva&amp;state=open\"",
                        "<option value=\"eva\" selected>eva</option>",
                        "<input type=\"hidden\" form=\"filters\" name=\"state\" value=\"open\">",
                        "Open <span class=\"muted\">3</span>",
                        "3 tickets, left")
                .doesNotContain("name=\"owner\" value", "NOT_FOUND");
        assertThat(followUps(PlainPages.NEW_YORK)).contains(">Nov 21, 2026, 3:30");
    }

    @Test
    void promotersHaveNoCountsAndSendTheOwnerAlong() {
        assertThat(promoters(PlainPages.BERLIN))
                .contains(
                        "<input type=\"hidden\" form=\"filters\" name=\"owner\" value=\"eva\">",
                        ">21 Nov 2026, 03:30<",
                        "<td class=\"number\">4</td><td class=\"number\"></td>",
                        ">Open</a>",
                        "/promoters.csv?")
                .doesNotContain("NOT_FOUND");
    }

    @Test
    void commentsKeepTheirToneAndSearchThemselves() {
        assertThat(comments(PlainPages.BERLIN))
                .contains(
                        "name=\"q\" form=\"filters\" value=\"slow\"",
                        "<input type=\"hidden\" form=\"filters\" name=\"tone\" value=\"bad\">",
                        "voice__score--detractor",
                        "NPS · Chat · Ada")
                .doesNotContain("name=\"q\" value", "NOT_FOUND", "/follow-ups/");
    }

    private static String followUps(Audience audience) {
        FollowUpsLayout layout = new FollowUpsLayout(OPEN, 2, PlainPages.context(audience));
        return new PlainTemplates(audience)
                .fragment(
                        "dashboard/followUps",
                        "content",
                        layout.page(
                                rows(Map.of(
                                        RowColumn.ORDERS_AFTER, "0",
                                        RowColumn.TICKETS_AFTER, "3",
                                        RowColumn.LATER_SCORE, "",
                                        RowColumn.CHURNED, "true")),
                                PlainPages.answers(layout.asks()),
                                new FollowUpsLayout.Work(Map.of("open", 3L), List.of("-", "eva"))));
    }

    private static String promoters(Audience audience) {
        PromotersLayout layout = new PromotersLayout(OPEN, 1, PlainPages.context(audience));
        return new PlainTemplates(audience)
                .fragment(
                        "dashboard/promoters",
                        "content",
                        layout.page(
                                rows(Map.of(RowColumn.ORDERS, "4", RowColumn.OPEN_TICKETS, "0")),
                                PlainPages.answers(layout.asks())));
    }

    private static String comments(Audience audience) {
        CommentsLayout layout = new CommentsLayout(
                new CommentFilter(Optional.of("slow"), Optional.of("bad")), 1, PlainPages.context(audience));
        return new PlainTemplates(audience)
                .fragment(
                        "dashboard/comments",
                        "content",
                        layout.page(rows(Map.of()), PlainPages.answers(layout.asks())));
    }

    private static RowPage rows(Map<RowColumn, String> more) {
        Map<RowColumn, String> cells = new LinkedHashMap<>();
        cells.put(RowColumn.ID, "7");
        cells.put(RowColumn.AT, "2026-11-21 03:30");
        cells.put(RowColumn.PERSON, "Ada");
        cells.put(RowColumn.CHANNEL, "Chat");
        cells.put(RowColumn.SURVEY, "NPS");
        cells.put(RowColumn.SCORE, "2");
        cells.put(RowColumn.SCORE_CLASS, "detractor");
        cells.put(RowColumn.COMMENT, "too slow");
        cells.put(RowColumn.STATE, "open");
        cells.put(RowColumn.OWNER, "");
        cells.put(RowColumn.OUTCOME, "");
        cells.putAll(more);
        return new RowPage(List.copyOf(cells.keySet()), List.of(List.copyOf(cells.values())), 1204);
    }
}
