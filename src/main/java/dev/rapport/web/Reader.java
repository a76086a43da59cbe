package dev.rapport.web;

import dev.rapport.words.DateFormats;
import dev.rapport.words.Languages;
import dev.rapport.words.NumberFormats;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** Who reads the answer: the language that Java code writes numbers and dates in, the same as the templates'. */
@RequestScoped
public class Reader {
    private final HttpHeaders headers;

    Reader(HttpHeaders headers) {
        this.headers = headers;
    }

    public Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .findFirst()
                .filter(locale -> !locale.getLanguage().equals("*"))
                .map(Languages::spoken)
                .orElse(Locale.ENGLISH);
    }

    /** The bundle that Java code takes its words from. */
    public <T> T words(Class<T> bundle) {
        return MessageBundles.get(bundle);
    }

    public NumberFormats numbers() {
        return new NumberFormats(locale());
    }

    public DateFormats dates() {
        return new DateFormats(locale());
    }
}
