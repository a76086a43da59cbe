package dev.rapport.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;

/** Rapport with sign-on by an OpenID provider that does as it is told. */
public final class FakeProviderProfile implements QuarkusTestProfile {
    private static final String CONTROL = "rapport.test.provider.control";
    private static final String ISSUER = "rapport.test.provider.issuer";

    @Override
    public Map<String, String> getConfigOverrides() {
        synchronized (System.getProperties()) {
            if (System.getProperty(CONTROL) == null) {
                List<String> addresses = FakeProvider.start();
                System.setProperty(ISSUER, addresses.get(0));
                System.setProperty(CONTROL, addresses.get(1));
            }
        }
        return Map.of(
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", System.getProperty(ISSUER),
                "quarkus.oidc.credentials.secret", "a-secret-that-only-tests-know-of",
                "quarkus.oidc.token-state-manager.encryption-secret", "a-secret-that-only-tests-know-of-too",
                "quarkus.oidc.token.forced-jwk-refresh-interval", "1S",
                "rapport.sign-on.patience", "3S",
                "rapport.sign-on.ask-again-after", "1S");
    }

    /**
     * Tells the provider: {@code mode} answering, refusing, failing, hanging or stopped; {@code lifespan} of tokens in seconds;
     * {@code sub}, {@code person}, {@code roles}; the name of the {@code key} it signs with. Says what it was asked since.
     */
    public static String tell(String... pairs) {
        return RestAssured.given()
                .baseUri(System.getProperty(CONTROL))
                .get("/?told&" + String.join("&", pairs))
                .asString();
    }
}
