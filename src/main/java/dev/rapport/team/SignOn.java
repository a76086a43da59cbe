package dev.rapport.team;

/** Holds the addresses of signing on and off; {@code application.properties} and the realm name the same. */
final class SignOn {
    /** A form sent here ends the session in Rapport and in Keycloak. */
    static final String SIGN_OUT = "/sign-out";

    static final String SIGNED_OUT = "/signed-out";
    static final String BACK_CHANNEL_LOGOUT = "/back-channel-logout";

    private SignOn() {}
}
