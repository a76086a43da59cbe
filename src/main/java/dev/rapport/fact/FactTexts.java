package dev.rapport.fact;

import dev.rapport.words.Counted;
import dev.rapport.words.TextFile;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what people read of facts, in the reader's language: {@code {fact:type(key)}} is the name of a fact type. All of it
 * stands in {@code texts/facts_<language>.properties}; every type, field and column has its text there, which a test
 * holds.
 */
@TemplateExtension(namespace = "fact")
public final class FactTexts {
    private static final String LOCALE = "locale";

    private FactTexts() {}

    public static String type(String key, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text("type." + key, locale);
    }

    /** A field that a file no longer names by one of ours is said as it is written. */
    public static String field(String key, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return texts(locale).text("field." + key).orElse(key);
    }

    /** Names a column of the rows behind a figure. */
    static String column(String key, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text("column." + key, locale);
    }

    /** Names what a fact is in the timeline of its customer, by {@link TimelineLine#kind()}. */
    public static String timeline(String kind, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return text("timeline." + kind, locale);
    }

    /** Counts the facts of a type, in the form of the words that goes with the number. */
    static String use(String type, Counted count, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        TextFile texts = texts(locale);
        List<String> number = List.of(count.number());
        return texts.text("use." + type + "." + count.plural(), number)
                .or(() -> texts.text("use." + type + ".other", number))
                .orElseThrow(() -> new IllegalStateException("No text use." + type));
    }

    private static String text(String key, @Nullable Object locale) {
        return texts(locale).text(key).orElseThrow(() -> new IllegalStateException("No text " + key));
    }

    private static TextFile texts(@Nullable Object locale) {
        return TextFile.asked(locale, "facts");
    }
}
