package dev.rapport.slice;

/** Two periods that are held against each other. */
public record Pairing(Period now, Period before) {}
