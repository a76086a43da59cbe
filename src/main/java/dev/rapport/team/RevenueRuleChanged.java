package dev.rapport.team;

/** Tells observers that revenue is to be counted otherwise from now on, and for all days there were. */
public record RevenueRuleChanged() {}
