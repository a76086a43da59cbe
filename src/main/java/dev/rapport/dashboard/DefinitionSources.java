package dev.rapport.dashboard;

import dev.rapport.words.TextFile;
import java.util.List;
import java.util.Locale;

/** Names the articles that define the metrics, by the short names of METRICS. */
public final class DefinitionSources {
    private DefinitionSources() {}

    static String name(String key, Locale reader) {
        return TextFile.in(reader, "sources").text(key).orElse(key);
    }

    public static String names(List<String> keys, Locale reader) {
        return String.join("; ", keys.stream().map(key -> name(key, reader)).toList());
    }
}
