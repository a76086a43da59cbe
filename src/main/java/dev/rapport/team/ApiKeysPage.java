package dev.rapport.team;

import dev.rapport.web.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds the keys there are, and the one just made. */
public record ApiKeysPage(List<Row> rows, Optional<String> secret, Form<ApiKeyForm> form) {

    /** One key, without anything it could be used by. */
    public record Row(
            int id,
            String name,
            String prefix,
            String scope,
            Instant createdAt,
            Optional<Instant> lastUsedAt,
            boolean active) {

        static Row of(ApiKey key) {
            return new Row(
                    key.id,
                    key.name,
                    key.prefix,
                    key.scope,
                    key.createdAt,
                    Optional.ofNullable(key.lastUsedAt),
                    key.revokedAt == null);
        }
    }

    static ApiKeysPage now(Optional<String> secret, Form<ApiKeyForm> form) {
        return new ApiKeysPage(ApiKey.newestFirst().stream().map(Row::of).toList(), secret, form);
    }
}
