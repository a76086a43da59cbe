package dev.rapport.ingest.store;

import dev.rapport.person.Identities;
import dev.rapport.segment.SegmentRefresh;
import org.jdbi.v3.core.Jdbi;

/** Joins the people whose numbers and addresses were stored before the two were held against each other. */
public final class IdentityCatchUp {
    private IdentityCatchUp() {}

    /** Soon done where there is nothing to join. */
    public static void run(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            int[] joined = Identities.catchUp(handle);
            if (joined.length > 0) {
                QueryPlans.prepare(handle, joined.length);
                TraitMerge.names(handle, joined, true);
                SegmentRefresh.refresh(handle, joined);
            }
        });
    }
}
