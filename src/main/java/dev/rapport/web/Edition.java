package dev.rapport.web;

/** Names what every page rests on: as long as the name is the same, so is what a page would say. */
public interface Edition {
    String current();
}
