package dev.rapport.dashboard.list;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.RowColumn;
import java.util.List;

/**
 * Holds an answer of a customer as lists show it, with what has been done about it; empty text for what is not known, and
 * for what its list does not tell.
 *
 * @param url where somebody looks after it
 */
public record ListedAnswer(
        String url,
        String when,
        String person,
        String channel,
        String survey,
        String score,
        String scoreClass,
        String comment,
        String topic,
        String state,
        String outcome,
        String owner) {
    /** @param cells a row of the page */
    static ListedAnswer of(RowPage page, List<String> cells, PageLinks links, PageContext context) {
        return new ListedAnswer(
                links.to("/follow-ups/" + told(page, cells, RowColumn.ID)),
                page.written(cells, RowColumn.AT, context.audience()),
                page.cell(cells, RowColumn.PERSON),
                page.cell(cells, RowColumn.CHANNEL),
                page.cell(cells, RowColumn.SURVEY),
                page.cell(cells, RowColumn.SCORE),
                told(page, cells, RowColumn.SCORE_CLASS),
                page.cell(cells, RowColumn.COMMENT),
                told(page, cells, RowColumn.TOPIC),
                told(page, cells, RowColumn.STATE),
                told(page, cells, RowColumn.OUTCOME),
                told(page, cells, RowColumn.OWNER));
    }

    private static String told(RowPage page, List<String> cells, RowColumn column) {
        return page.columns().contains(column) ? page.cell(cells, column) : "";
    }

    public String stateKey() {
        return "state_" + state;
    }

    public String outcomeKey() {
        return "outcome_" + outcome;
    }
}
