package dev.rapport.dashboard;

import dev.rapport.words.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what may lie behind a poor value of a metric and what to do about it, in {@code texts/advice_<language>.properties}.
 *
 * @param sources names of the articles that say so
 */
public record MetricAdvice(String causes, String remedies, String sources) {
    /** Empty of a metric about which nothing is written. */
    public static Optional<MetricAdvice> of(String metric, Locale reader) {
        TextFile texts = TextFile.in(reader, "advice");
        return texts.text(metric + ".causes")
                .map(causes -> new MetricAdvice(
                        causes,
                        texts.text(metric + ".remedies").orElse(""),
                        DefinitionSources.names(
                                List.of(texts.text(metric + ".sources")
                                        .orElse("")
                                        .split(",")),
                                reader)));
    }
}
