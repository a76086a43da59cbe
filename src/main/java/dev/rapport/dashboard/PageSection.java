package dev.rapport.dashboard;

/** Names a part of a page that fetches itself when somebody gets there. */
public record PageSection(String title, String url) {}
