package dev.rapport.dashboard.guide;

import dev.rapport.words.TextFile;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import org.jspecify.annotations.Nullable;

/** Says what templates tell of a mistake: {@code {mistake:text(key, 'title')}}, of {@code texts/mistakes_<language>.properties}. */
final class MistakeTexts {
    private MistakeTexts() {}

    @TemplateExtension(namespace = "mistake", matchName = "text")
    static String text(String mistake, String kind, @TemplateAttribute("locale") @Nullable Object locale) {
        String key = mistake + "." + kind;
        return TextFile.asked(locale, "mistakes")
                .text(key)
                .orElseThrow(() -> new IllegalStateException("No text " + key));
    }
}
