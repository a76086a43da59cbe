package dev.rapport.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers 304 to a client that has what it would get, before any of it is worked out. The tag names all that an answer
 * is made of: the version of the data, the address, who reads it and, for pages, in which language and form. It is
 * weak, as proxies that compress make it so.
 */
class Revalidation {
    private static final String TAG = Revalidation.class.getName();

    /** Kept by the reader alone, and never shown without asking whether it is still true. */
    private static final String ASK_AGAIN = "private, no-cache";

    private final CurrentDataVersion versions;
    private final SecurityIdentity identity;
    private final String formCookie;
    private final Clock clock;

    /** Another version of the program may say the same in other words. */
    private final String process = UUID.randomUUID().toString();

    Revalidation(
            CurrentDataVersion versions,
            SecurityIdentity identity,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie,
            Clock clock) {
        this.versions = versions;
        this.identity = identity;
        this.formCookie = formCookie;
        this.clock = clock;
    }

    @Revalidated
    @ServerRequestFilter
    public @Nullable Response answerUnchanged(
            ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        Optional<EntityTag> tag = isPage(resource) ? page(context) : Optional.of(tag(common(context)));
        if (tag.isEmpty()) {
            return null;
        }
        request.setProperty(TAG, tag.get());
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag.get());
        return unchanged == null ? null : unchanged.build();
    }

    @Revalidated
    @ServerResponseFilter
    public void mark(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAG) instanceof EntityTag tag
                && (response.getStatus() == 200 || response.getStatus() == 304)) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
            if (versions.current().counting()) {
                response.getHeaders().putSingle(DataVersion.COUNTING, "true");
            }
            if (!MediaType.TEXT_HTML_TYPE.isCompatible(
                    Objects.requireNonNullElse(response.getMediaType(), MediaType.APPLICATION_JSON_TYPE))) {
                response.getHeaders().add(HttpHeaders.VARY, VaryFilter.OF_PAGES);
            }
        }
    }

    /** What an endpoint says of itself wins over what its resource says: files stand beside pages. */
    private static boolean isPage(ResourceInfo resource) {
        Produces own = resource.getResourceMethod().getAnnotation(Produces.class);
        Produces produces = own == null ? resource.getResourceClass().getAnnotation(Produces.class) : own;
        return produces != null && List.of(produces.value()).contains(MediaType.TEXT_HTML);
    }

    /** None for a page that is the only one of its kind: with a new form token in it, or with the sentence after a redirect. */
    private Optional<EntityTag> page(RoutingContext context) {
        String token = cookie(context, formCookie);
        if (token.isEmpty() || !cookie(context, Flash.COOKIE).isEmpty()) {
            return Optional.empty();
        }
        List<Object> parts = common(context);
        parts.add(token);
        parts.add(cookie(context, Theme.COOKIE));
        Stream.of(Htmx.REQUEST, Htmx.RESTORE, "HX-Boosted", "HX-Target", HttpHeaders.ACCEPT_LANGUAGE)
                .forEach(header ->
                        parts.add(Optional.ofNullable(context.request().getHeader(header))));
        return Optional.of(tag(parts));
    }

    /** How long something has been waiting is told to the minute. */
    private List<Object> common(RoutingContext context) {
        List<Object> parts = new ArrayList<>();
        parts.add(process);
        parts.add(versions.current());
        parts.add(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        parts.add(context.request().uri());
        parts.add(cookie(context, CsvStyle.COOKIE));
        parts.add(identity.getPrincipal().getName());
        parts.add(Optional.ofNullable(identity.getAttribute("name")));
        parts.add(new TreeSet<>(identity.getRoles()));
        return parts;
    }

    private static EntityTag tag(List<Object> parts) {
        return new EntityTag(
                UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                true);
    }

    private static String cookie(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getCookie(name))
                .map(Cookie::getValue)
                .orElse("");
    }
}
