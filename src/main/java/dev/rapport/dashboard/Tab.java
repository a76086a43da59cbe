package dev.rapport.dashboard;

/**
 * Links to the same page with something else chosen.
 *
 * @param key of the metric, or the group's name
 */
public record Tab(String key, String url, boolean chosen) {}
