package dev.rapport.dashboard.metric;

import java.util.Locale;

/** Writes the addresses of a figure's definition, page and rows, and constants as they stand outside of Java. */
final class FigureAddresses {
    private FigureAddresses() {}

    static String definition(String key) {
        return "/catalogue#" + key;
    }

    static String address(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
