package dev.rapport.team;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time of each call to Keycloak, and keeps for a minute what became of the calls that show a code or a
 * refresh token. Quarkus tells its callers of a refusal and of a Keycloak that is away in the same way.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.ALL)
class ProviderCalls implements OidcRequestFilter, OidcResponseFilter {
    private static final String GRANT = ProviderCalls.class.getName();
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MANY = 1_000;

    private final ProviderAvailability availability;
    private final Clock clock;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();

    ProviderCalls(ProviderAvailability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /** What became of a call. */
    enum Outcome {
        NOT_MADE,
        NO_ANSWER,
        ANSWERED,
        /** Keycloak says that the grant is no good (any more): {@code invalid_grant}. */
        REFUSED
    }

    private record Call(Outcome outcome, Instant at) {}

    /** @param grant the code or the refresh token that was shown */
    Outcome outcome(@Nullable String grant) {
        Call call = grant == null ? null : calls.get(Secrets.hash(grant));
        return call == null || call.at.isBefore(clock.instant().minus(KEPT)) ? Outcome.NOT_MADE : call.outcome;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext call) {
        call.request().timeout(availability.patience().toMillis());
        Map<String, String> form = form(call.requestBody());
        String refresh = form.get("refresh_token");
        String grant = refresh == null ? form.get("code") : refresh;
        if (grant == null) {
            return Uni.createFrom().voidItem();
        }
        call.contextProperties().put(GRANT, Secrets.hash(grant));
        keep(Secrets.hash(grant), Outcome.NO_ANSWER);
        return refresh == null || availability.mayAsk()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(away());
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext call) {
        if (call.statusCode() >= 500) {
            availability.failed();
            return Uni.createFrom().voidItem();
        }
        availability.answered();
        String grant = call.requestProperties().get(GRANT);
        if (grant != null) {
            JsonObject body = json(call.responseBody());
            boolean refused = call.statusCode() == 400 && "invalid_grant".equals(body.getValue("error"));
            keep(grant, refused ? Outcome.REFUSED : Outcome.ANSWERED);
            // What a renewal brought may turn out to be signed by a key that cannot be had just now.
            if (body.getValue("refresh_token") instanceof String next) {
                keep(Secrets.hash(next), Outcome.ANSWERED);
            }
        }
        return Uni.createFrom().voidItem();
    }

    // A refusal is for good; that two requests showed the same token at once must not hide it.
    private void keep(String grant, Outcome outcome) {
        Instant now = clock.instant();
        if (calls.size() > MANY) {
            calls.values().removeIf(call -> call.at.isBefore(now.minus(KEPT)));
        }
        calls.merge(grant, new Call(outcome, now), (old, young) -> old.outcome == Outcome.REFUSED ? old : young);
    }

    // Quarkus passes on what is behind the failure of a call, and fails otherwise where nothing is.
    private static RuntimeException away() {
        return new IllegalStateException(new ConnectException("Keycloak did not answer a moment ago"));
    }

    private static Map<String, String> form(@Nullable Buffer body) {
        Map<String, String> form = new ConcurrentHashMap<>();
        if (body != null) {
            for (String pair : body.toString().split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                }
            }
        }
        return form;
    }

    private static JsonObject json(@Nullable Buffer body) {
        try {
            return body == null || body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }
}
