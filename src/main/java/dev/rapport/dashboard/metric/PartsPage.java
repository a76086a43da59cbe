package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.BreakdownTable;

/**
 * Holds a metric by page, issue type, campaign ..., as it is shown.
 *
 * @param cut says that there are more; empty when there are not
 * @param note says that a setting forbids the names, or that what is shown does not add up; empty when there is nothing to say
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
        String note,
        String csvUrl) {}
