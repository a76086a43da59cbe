package dev.rapport.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the texts of {@code texts/<name>_<language>.properties}, in UTF-8. What a language has no text for is said in
 * English.
 */
public final class TextFile {
    private static final String FALLBACK = Locale.ENGLISH.getLanguage();
    private static final Map<String, TextFile> READ = new ConcurrentHashMap<>();

    private final Properties texts;

    private TextFile(Properties texts) {
        this.texts = texts;
    }

    public static TextFile in(Locale reader, String name) {
        String language = Languages.written(reader);
        return READ.computeIfAbsent(name + "_" + language, file -> read(name, language));
    }

    /** @param locale what a template knows as its locale: a Locale, its tag, or nothing */
    public static TextFile asked(@Nullable Object locale, String name) {
        return in(Languages.spoken(Optional.ofNullable(locale)), name);
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** Puts the details where the text says {@code {0}}, {@code {1}}; as they are. */
    public Optional<String> text(String key, List<String> details) {
        return text(key).map(text -> {
            String said = text;
            for (int i = 0; i < details.size(); i++) {
                said = said.replace("{" + i + "}", details.get(i));
            }
            return said;
        });
    }

    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    private static TextFile read(String name, String language) {
        Properties english = new Properties();
        load(english, name, FALLBACK);
        Properties texts = new Properties(english);
        if (!language.equals(FALLBACK)) {
            load(texts, name, language);
        }
        return new TextFile(texts);
    }

    private static void load(Properties texts, String name, String language) {
        String file = "/texts/" + name + "_" + language + ".properties";
        try (var in = TextFile.class.getResourceAsStream(file)) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
