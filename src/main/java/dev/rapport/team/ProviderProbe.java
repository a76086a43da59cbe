package dev.rapport.team;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks Keycloak whether it is there before somebody is sent to it, unless that is known. Where it was not there when
 * Rapport started, this is also what connects them.
 */
@ApplicationScoped
class ProviderProbe {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final TenantConfigBean keycloak;
    private final ProviderAvailability availability;

    ProviderProbe(TenantConfigBean keycloak, ProviderAvailability availability) {
        this.keycloak = keycloak;
        this.availability = availability;
    }

    Uni<Boolean> answers() {
        TenantConfigContext tenant = keycloak.getDefaultTenant();
        if (!tenant.oidcConfig().tenantEnabled() || availability.isFresh()) {
            return Uni.createFrom().item(true);
        }
        if (!availability.mayAsk()) {
            return Uni.createFrom().item(false);
        }
        return (tenant.ready() ? discover(tenant) : tenant.initialize().map(TenantConfigContext::ready))
                .onFailure()
                .recoverWithItem(false)
                .invoke(there -> {
                    if (there) {
                        availability.answered();
                    } else {
                        availability.failed();
                    }
                });
    }

    private Uni<Boolean> discover(TenantConfigContext tenant) {
        return tenant.getOidcProviderClient()
                .getWebClient()
                .getAbs(tenant.oidcConfig().authServerUrl().orElseThrow() + DISCOVERY)
                .timeout(availability.patience().toMillis())
                .send()
                .map(response -> response.statusCode() < 500);
    }
}
