package dev.rapport.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Names on whose behalf something is asked: turns are shared fairly between them.
 *
 * @param name of the person or the key; empty where there is nobody to be fair to
 */
public record Asker(Kind kind, String name) {
    /** The application itself, and whoever is not signed in. */
    public static final Asker NOBODY = new Asker(Kind.NOBODY, "");

    public enum Kind {
        PERSON,
        PROGRAM,
        NOBODY
    }

    /** Who asks by this request, as signing in has found. */
    public static Asker of(RoutingContext request) {
        Kind kind = ApiKeyRequests.carriesKey(request.request()) ? Kind.PROGRAM : Kind.PERSON;
        return identity(request)
                .map(identity -> new Asker(kind, identity.getPrincipal().getName()))
                .orElse(NOBODY);
    }

    /** Whom signing in has found; empty for who is not signed in. */
    static Optional<SecurityIdentity> identity(RoutingContext request) {
        return Optional.ofNullable(request.user())
                .filter(QuarkusHttpUser.class::isInstance)
                .map(user -> ((QuarkusHttpUser) user).getSecurityIdentity())
                .filter(identity -> !identity.isAnonymous());
    }

    /** Who asks by the request that is being answered here, as {@link #remember} was told. */
    public static Asker current() {
        Context context = Vertx.currentContext();
        Asker asker = context == null ? null : context.getLocal(Asker.class);
        return asker == null ? NOBODY : asker;
    }

    /** For the threads that work for the current request. */
    public void remember() {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(Asker.class, this);
        }
    }
}
