package dev.rapport.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets every template speak the reader's language: its words, its numbers and its dates. */
@Singleton
final class TemplateLanguage {
    private final Reader reader;

    TemplateLanguage(Reader reader) {
        this.reader = reader;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::speak);
    }

    private void speak(TemplateInstance template) {
        if (Arc.container().requestContext().isActive()) {
            template.setLocale(reader.locale());
        }
    }
}
