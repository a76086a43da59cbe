package dev.rapport.web;

/** One of a list to choose from: what is sent, and how people call it. */
public record Choice(String key, String name) {}
