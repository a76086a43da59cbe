package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.StoringTurn;
import dev.rapport.db.TableStatistics;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactTypes;
import dev.rapport.person.Identities;
import dev.rapport.segment.SegmentRefresh;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Undoes exactly what one import brought: what stays is what the other imports would have brought without it. Versions
 * that it had put out of force come back; rows that another import brought as well are that one's from now on; people,
 * visitors and entries of dictionaries go when nobody else speaks of them. The transaction is the caller's.
 */
public final class Undo {
    private final Handle handle;
    private final int importId;
    private final IntConsumer progress;

    public Undo(Handle handle, int importId) {
        this(handle, importId, share -> {});
    }

    /** @param progress is told how far it has come, per cent */
    public Undo(Handle handle, int importId, IntConsumer progress) {
        this.handle = handle;
        this.importId = importId;
        this.progress = progress;
    }

    public void run() {
        StoringTurn.await(handle);
        QueryPlans.prepare(
                handle,
                handle.select("select greatest(rows_read, rows_stored) from import_job where id = ?", importId)
                        .mapTo(long.class)
                        .findOne()
                        .orElse(0L));
        TableStatistics.renew(handle, tables());
        UndoFacts facts = new UndoFacts(handle, importId);
        int done = 0;
        for (FactTable fact : FactTypes.tables()) {
            facts.take(fact);
            progress.accept(done += 4);
        }
        facts.takeEvents();
        progress.accept(50);
        // from here on others who change people or segments wait: what takes longest is done
        people();
        progress.accept(90);
        new Leftovers(handle, importId).remove();
        Sources.removeUnused(handle, importId);
        NameMerge.removeUnused(handle, importId);
        facts.markDays();
        progress.accept(99);
    }

    private void people() {
        int[] moved = Identities.undo(handle, importId);
        TraitMerge.names(handle, moved, false);
        progress.accept(60);
        UndoPeople people = new UndoPeople(handle, importId);
        people.takeTraits();
        progress.accept(70);
        SegmentRefresh.refresh(handle, moved);
        if (people.takeGroups()) {
            DirtyDays.markAll(handle);
            SegmentRefresh.refreshAll(handle);
        } else {
            SegmentRefresh.refresh(
                    handle, "select person_id from visitor where id in (select visitor_id from undo_trait)");
        }
        progress.accept(80);
        people.take();
    }

    /** All that is read here beside what is made for it. */
    static String[] tables() {
        return Stream.concat(
                        FactTypes.tables().stream().map(FactTable::name),
                        List.of(
                                "event",
                                "person",
                                "visitor",
                                "person_trait",
                                "identification",
                                "address_claim",
                                "import_repeat",
                                "membership",
                                "person_signature")
                                .stream())
                .toArray(String[]::new);
    }
}
