package dev.rapport.web;

/** Tells whether the figures are invented ones, so that every page says so; the package that knows implements it. */
public interface InventedData {
    boolean isPresent();
}
