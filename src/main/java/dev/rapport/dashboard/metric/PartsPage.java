package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.BreakdownTable;

/**
 * Holds a metric by page, issue type, campaign ..., as it is shown.
 *
 * @param cut says that there are more; empty when there are not
 * @param hidden says that a setting forbids the names; empty when it does not
 */
public record PartsPage(
        String key,
        String metricUrl,
        String period,
        String name,
        String title,
        boolean compared,
        BreakdownTable breakdown,
        String cut,
        String hidden,
        String csvUrl) {}
