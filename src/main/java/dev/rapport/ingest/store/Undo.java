package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.Sql;
import dev.rapport.db.StoringTurn;
import dev.rapport.db.TableStatistics;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactTypes;
import dev.rapport.person.Identities;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Undoes exactly what one import brought: what stays is what the other imports would have brought without it. Versions
 * that it had put out of force come back; rows that another import brought as well are that one's from now on; people,
 * visitors and entries of dictionaries go when nobody else speaks of them. The transaction is the caller's.
 */
public final class Undo {
    /** Is told how far it has come. */
    public interface Progress {
        /** @param share per cent */
        void reached(int share) throws SQLException;
    }

    private final Connection connection;
    private final int importId;
    private final Progress progress;

    public Undo(Connection connection, int importId) {
        this(connection, importId, share -> {});
    }

    public Undo(Connection connection, int importId, Progress progress) {
        this.connection = connection;
        this.importId = importId;
        this.progress = progress;
    }

    public void run() throws SQLException {
        StoringTurn.await(connection);
        QueryPlans.prepare(
                connection,
                Sql.number(connection, "select greatest(rows_read, rows_stored) from import_job where id = ?", (Object)
                        importId));
        TableStatistics.renew(connection, tables());
        UndoFacts facts = new UndoFacts(connection, importId);
        int done = 0;
        for (FactTable fact : FactTypes.tables()) {
            facts.take(fact);
            progress.reached(done += 4);
        }
        facts.takeEvents();
        progress.reached(50);
        // from here on others who change people or segments wait: what takes longest is done
        people();
        progress.reached(90);
        new Leftovers(connection, importId).remove();
        Sources.removeUnused(connection, importId);
        NameMerge.removeUnused(connection, importId);
        facts.markDays();
        progress.reached(99);
    }

    private void people() throws SQLException {
        int[] moved = Identities.undo(connection, importId);
        TraitMerge.names(connection, moved, false);
        progress.reached(60);
        UndoPeople people = new UndoPeople(connection, importId);
        people.takeTraits();
        progress.reached(70);
        SegmentRefresh.refresh(connection, moved);
        if (people.takeGroups()) {
            DirtyDays.markAll(connection);
            SegmentRefresh.refreshAll(connection);
        } else {
            SegmentRefresh.refresh(
                    connection, "select person_id from visitor where id in (select visitor_id from undo_trait)");
        }
        progress.reached(80);
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
