package dev.rapport.web;

import java.util.Locale;
import java.util.stream.Stream;

/** Names the colour themes: light, dark, or as the reader's system says. */
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(String key) {
        return Stream.of(values())
                .filter(theme -> theme.key().equals(key))
                .findFirst()
                .orElse(SYSTEM);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the switch turns to, as far as the server knows. */
    Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
