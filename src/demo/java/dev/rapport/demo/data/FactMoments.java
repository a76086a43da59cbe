package dev.rapport.demo.data;

import dev.rapport.db.ReportingTime;

/** Selects the moments of an import's facts, by family, for marking their days. */
enum FactMoments {
    BEHAVIOUR("behaviour", "select at from event where import_id = $"),
    VOICE(
            "voice",
            "select at from invitation where import_id = $ union all select at from response where import_id = $"),
    SUPPORT(
            "support",
            "select created_at from ticket where import_id = $ union all select resolved_at from ticket where import_id = $"
                    + " union all select first_response_at from ticket where import_id = $"),
    REVENUE("revenue", "select at from order_line where import_id = $"),
    CAMPAIGN("campaign", "select " + ReportingTime.start("day") + " from campaign_day where import_id = $"),
    SOCIAL("social", "select at from post where import_id = $ union all select at from mention where import_id = $");

    final String family;
    private final String sql;

    FactMoments(String family, String sql) {
        this.family = family;
        this.sql = sql;
    }

    String moments(int importId) {
        return sql.replace("$", Integer.toString(importId));
    }
}
