package dev.rapport.team;

/**
 * Names the roles for {@code @RolesAllowed}. People get theirs from Keycloak's realm roles, API keys from their scope;
 * an endpoint names every role that may use it, because none includes another.
 */
public final class Role {
    public static final String MARKETING = "marketing";
    public static final String SUPPORT = "support";
    public static final String ADMIN = "admin";

    /** May see who single customers are, beside what their team's role opens. */
    public static final String PERSONAL_DATA = "personal-data";

    /** An API key that may read figures. */
    public static final String READ = "read";

    /** An API key that may read figures, and lists of customers as numbers without names. */
    public static final String READ_IDS = "read-ids";

    /** An API key that may send facts. */
    public static final String INGEST = "ingest";

    private Role() {}
}
