package dev.rapport.cube.build;

import dev.rapport.team.RevenueRuleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Marks all days with orders dirty when shipping or tax becomes part of revenue, or no longer is. */
@ApplicationScoped
public class RevenueRuleChange {
    private final Jdbi jdbi;

    RevenueRuleChange(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void onChange(@Observes RevenueRuleChanged change) {
        jdbi.useHandle(handle -> DirtyDays.markFamily(handle, "revenue"));
    }
}
