package dev.rapport.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Rapport as in production: sign-on by the real Keycloak. For {@code @TestProfile} on each {@code *BrowserTest}. */
public final class BrowserProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        TestKeycloak.Running keycloak = TestKeycloak.ensure();
        return Map.of(
                "quarkus.http.test-port",
                Integer.toString(keycloak.appPort()),
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.auth-server-url",
                keycloak.realm(),
                "quarkus.oidc.credentials.secret",
                TestKeycloak.SECRET,
                "quarkus.oidc.token-state-manager.encryption-secret",
                TestKeycloak.SECRET + "-and-longer");
    }
}
