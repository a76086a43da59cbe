package dev.rapport.dashboard.list;

import java.util.List;

/** Holds the promoters of a slice, to be thanked and invited; the figure is their share. */
public record PromotersPage(WorkListFrame list, List<StateTab> states, List<Row> rows) {
    /** @param openTickets empty where there is none */
    public record Row(ListedAnswer answer, String orders, String openTickets) {}
}
