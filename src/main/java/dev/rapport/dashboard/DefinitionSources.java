package dev.rapport.dashboard;

import java.util.List;

/** Names the articles that define the metrics, by the short names of METRICS. */
final class DefinitionSources {
    private DefinitionSources() {}

    static String name(String key) {
        return switch (key) {
            case "N18" -> "Nextiva, 18 customer engagement metrics";
            case "V8" -> "VWO, 8 customer engagement metrics";
            case "Q10" -> "QuestionPro, 10 customer engagement metrics";
            case "E10" -> "Ten customer engagement metrics";
            case "X5" -> "Five customer experience metrics";
            case "own" -> "Rapport's own bands";
            default -> key;
        };
    }

    static String names(List<String> keys) {
        return String.join("; ", keys.stream().map(DefinitionSources::name).toList());
    }
}
