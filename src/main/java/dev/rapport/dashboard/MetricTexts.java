package dev.rapport.dashboard;

import dev.rapport.words.TextFile;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Says what templates tell of a metric, in the reader's language: {@code {metric:message(key)}} is its name. All of it
 * stands in {@code texts/metrics_<language>.properties}.
 */
public final class MetricTexts {
    private static final String LOCALE = "locale";
    private static final String MESSAGE = "message";

    private MetricTexts() {}

    @TemplateExtension(namespace = "metric", matchName = MESSAGE)
    public static String name(String metric, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text(metric, "name", locale);
    }

    @TemplateExtension(namespace = "meaning", matchName = MESSAGE)
    static String meaning(String metric, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text(metric, "meaning", locale);
    }

    @TemplateExtension(namespace = "formula", matchName = MESSAGE)
    public static String formula(String metric, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text(metric, "formula", locale);
    }

    @TemplateExtension(namespace = "why", matchName = MESSAGE)
    static String reason(String metric, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text(metric, "reason", locale);
    }

    @TemplateExtension(namespace = "misreading", matchName = MESSAGE)
    static String misreading(String metric, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text(metric, "misreading", locale);
    }

    /** Every metric has every text; a test holds it. */
    private static String text(String metric, String kind, @Nullable Object locale) {
        String key = metric + "." + kind;
        return TextFile.asked(locale, "metrics")
                .text(key)
                .orElseThrow(() -> new IllegalStateException("No text " + key));
    }
}
