package dev.rapport.web;

import dev.rapport.words.DateFormats;
import dev.rapport.words.Languages;
import dev.rapport.words.NumberFormats;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the language that a request is answered in, by Java code and templates alike. */
@RequestScoped
public class Reader {
    private final CurrentVertxRequest request;
    private @Nullable Locale locale;

    Reader(CurrentVertxRequest request) {
        this.request = request;
    }

    public Locale locale() {
        if (locale == null) {
            locale = Languages.asked(Optional.ofNullable(request.getCurrent())
                    .map(RoutingContext::request)
                    .map(asked -> asked.getHeader("Accept-Language"))
                    .orElse(null));
        }
        return locale;
    }

    /** The bundle that Java code takes its words from. */
    public <T> T words(Class<T> bundle) {
        return Languages.words(bundle, locale());
    }

    public NumberFormats numbers() {
        return new NumberFormats(locale());
    }

    public DateFormats dates() {
        return new DateFormats(locale());
    }
}
