package dev.rapport.slice;

/** Pairs the two periods that are held against each other. */
public record Pairing(Period now, Period before) {}
