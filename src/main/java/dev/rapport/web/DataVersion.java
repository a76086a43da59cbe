package dev.rapport.web;

/** Names what every page rests on: as long as the name is the same, so is what a page would say. */
public interface DataVersion {
    /** The header of an answer whose figures are being counted. */
    String COUNTING = "Rapport-Counting";

    String current();

    /** Whether figures are being counted: what pages say then may be half of it. */
    boolean isCounting();
}
