package dev.rapport.ingest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits request bodies: only the two endpoints that take an upload keep the server's limit, which is raised to its
 * size. All others get an ordinary limit back. A path that is not exactly one of theirs is refused the large body,
 * whatever it is routed to.
 */
@ApplicationScoped
class BodyLimits {
    private static final Set<String> UPLOADS = Set.of("/imports", "/api/imports");
    private static final long ORDINARY = 2L << 20;
    /** Where Quarkus keeps the limit of a request whose length is not announced. */
    private static final String LIMIT = "io.quarkus.max-request-size";
    /** Just after Quarkus has put its own. */
    private static final int AFTER_THE_SERVERS = -1;

    private final ImportConfig config;
    private final Path uploads;

    BodyLimits(
            ImportConfig config, @ConfigProperty(name = "quarkus.http.body.uploads-directory") Optional<Path> uploads) {
        this.config = config;
        this.uploads = uploads.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS).handler(this::check);
    }

    private void check(RoutingContext context) {
        boolean upload = context.request().method() == HttpMethod.POST
                && UPLOADS.contains(context.request().path());
        if (!upload) {
            context.put(LIMIT, ORDINARY);
            if (length(context) > ORDINARY) {
                context.response().putHeader("Connection", "close");
                context.fail(413);
                return;
            }
        } else if (length(context) > room()) {
            context.response().putHeader("Connection", "close");
            context.fail(507);
            return;
        }
        context.next();
    }

    /** The server puts the parts of a form on its own disk first, and would find out half way. */
    private long room() {
        try {
            Path folder = uploads.toAbsolutePath();
            while (!Files.exists(folder) && folder.getParent() != null) {
                folder = folder.getParent();
            }
            return Files.getFileStore(folder).getUsableSpace()
                    - config.keepFree().asLongValue();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static long length(RoutingContext context) {
        String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
