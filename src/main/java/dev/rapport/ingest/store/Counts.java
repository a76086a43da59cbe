package dev.rapport.ingest.store;

/**
 * @param stored rows that are news
 * @param known rows that said what was known, or repeated a key of the same file
 */
public record Counts(long stored, long known) {}
