package dev.rapport.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Stores who changed what, and when; written in the transaction of the change, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public Instant at = Instant.EPOCH;
    public String who = "";
    public String action = "";
    public String detail = "";

    /** Of signing in and of refusals, which {@link SecurityTrail} writes and the lists of changes leave out. */
    public boolean security;

    /** Call it inside the transaction it tells about. */
    public static void write(String who, String action, String detail, Instant now) {
        AuditEntry entry = new AuditEntry();
        entry.who = who;
        entry.action = action;
        entry.detail = detail;
        entry.at = now;
        entry.persist();
    }

    static List<AuditEntry> newestFirst(int most) {
        return AuditEntry.<AuditEntry>find("security", Sort.descending("id"), false)
                .page(0, most)
                .list();
    }
}
