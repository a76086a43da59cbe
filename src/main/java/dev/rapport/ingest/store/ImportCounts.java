package dev.rapport.ingest.store;

/**
 * Holds the counts of what became of the rows of a file. Each row is counted once.
 *
 * @param stored new facts
 * @param same said what was known, or what another row of the file said
 * @param replaced put in place of a row of an earlier import, whose content was another
 * @param kept said something else than an earlier row, which counts because it came first
 * @param repeated gave way to another row of the file, whose content was another
 * @param added added to another row of the file
 */
public record ImportCounts(long stored, long same, long replaced, long kept, long repeated, long added) {}
