package dev.rapport.team;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * Ends sessions at Keycloak, from server to server by the refresh token: a sign-out by redirect would have a token in an
 * address, or Keycloak would ask the person once more.
 */
@ApplicationScoped
class ProviderLogout {
    private static final Logger LOG = Logger.getLogger(ProviderLogout.class);

    private final ProviderAvailability availability;

    ProviderLogout(ProviderAvailability availability) {
        this.availability = availability;
    }

    /**
     * Ends the session at Keycloak that a refresh token belongs to, and waits for the answer.
     *
     * @param request of somebody signed in, by which the realm is known
     * @param sealed the refresh token as the table has it
     * @return whether Keycloak says that it has ended
     */
    boolean endSealed(RoutingContext request, String sealed) {
        TenantConfigContext tenant = request.get(TenantConfigContext.class.getName());
        return tenant != null && end(request, OidcUtils.decryptToken(sealed, request, tenant.oidcConfig()));
    }

    boolean end(RoutingContext request, String refreshToken) {
        TenantConfigContext tenant = request.get(TenantConfigContext.class.getName());
        if (tenant == null) {
            return false;
        }
        try {
            return tenant.getOidcProviderClient()
                            .getWebClient()
                            .postAbs(address(tenant.getOidcMetadata()))
                            .timeout(availability.patience().toMillis())
                            .sendForm(form(tenant.oidcConfig(), refreshToken))
                            .await()
                            .atMost(availability.patience().multipliedBy(2))
                            .statusCode()
                    < 300;
        } catch (RuntimeException e) {
            LOG.warnf("A session has ended here, but Keycloak could not be told: %s", e.getMessage());
            return false;
        }
    }

    /**
     * Returns where the session ends: beside where tokens are fetched. The metadata names an address for browsers, which a
     * server behind a proxy need not reach.
     */
    private static String address(OidcConfigurationMetadata metadata) {
        return URI.create(metadata.getTokenUri()).resolve("logout").toString();
    }

    private static MultiMap form(OidcTenantConfig config, String refreshToken) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("client_id", config.clientId().orElseThrow())
                .add("client_secret", config.credentials().secret().orElse(""))
                .add("refresh_token", refreshToken);
    }
}
