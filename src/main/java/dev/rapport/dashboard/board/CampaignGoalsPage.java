package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FigureView;
import java.util.List;

/** Holds what share of each campaign's visitors reached each goal, as it is shown. */
public record CampaignGoalsPage(String campaignsUrl, List<String> goals, List<Row> rows, String csvUrl) {
    /** @param rates in the order of the goals */
    public record Row(String campaign, List<FigureView> rates) {}
}
