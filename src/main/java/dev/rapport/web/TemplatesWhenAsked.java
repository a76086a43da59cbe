package dev.rapport.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.Reader;
import java.util.Optional;

/**
 * A template or message is parsed when it is first asked for. Qute parses all of them while it starts, which takes an eighth
 * of a start, though all were checked by the build. So each is empty until the engine is ready, and forgotten then.
 */
@Singleton
class TemplatesWhenAsked implements TemplateLocator {
    private volatile boolean ready;

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 2;
    }

    @Override
    public Optional<TemplateLocation> locate(String id) {
        return ready ? Optional.empty() : Optional.of(new Nothing());
    }

    /** After all others who look for templates once the engine is there. */
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) Engine engine) {
        ready = true;
        engine.clearTemplates();
    }

    private record Nothing() implements TemplateLocation {
        @Override
        public Reader read() {
            return Reader.nullReader();
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }
}
