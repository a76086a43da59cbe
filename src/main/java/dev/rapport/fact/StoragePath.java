package dev.rapport.fact;

/** Names the ways on which the importer brings rows from a file to where they are kept. */
public enum StoragePath {
    /** Each row is one of the type's own table. */
    FACTS,
    /** Too many to be staged as they are: as numbers, with dictionaries beside them. */
    EVENTS,
    /** What is said of people: as their traits. */
    PEOPLE
}
