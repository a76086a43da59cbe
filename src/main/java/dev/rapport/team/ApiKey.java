package dev.rapport.team;

import dev.rapport.web.ApiKeyRequests;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores a program's credential with one scope: 256 random bits, of which only the SHA-256 is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey extends PanacheEntityBase {
    private static final int SHOWN = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public int id;

    public String name = "";
    public String prefix = "";
    public String hash = "";
    public String scope = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    public String createdBy = "";

    @Column(name = "last_used_at")
    public @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    /** A key just made, with the only copy of its secret. */
    public record Created(ApiKey key, String secret) {}

    /** Makes a key and stores its hash; {@code scope} is {@link Role#READ}, {@link Role#READ_IDS} or {@link Role#INGEST}. */
    public static Created create(String name, String scope, String by, Instant now) {
        return create(ApiKeyRequests.PREFIX + Secrets.random(), name, scope, by, now);
    }

    static Created create(String secret, String name, String scope, String by, Instant now) {
        ApiKey key = new ApiKey();
        key.name = name;
        key.prefix = secret.substring(0, SHOWN);
        key.hash = Secrets.hash(secret);
        key.scope = scope;
        key.createdAt = now;
        key.createdBy = by;
        key.persist();
        return new Created(key, secret);
    }

    static List<ApiKey> newestFirst() {
        return list("order by revokedAt nulls first, id desc");
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
