package dev.rapport.ingest.run;

import dev.rapport.ingest.store.Undo;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Undoes finished jobs, one after the other. What has been asked for stands in the job's row and outlives the server; a
 * job is taken back whole, in one transaction, or, when the server is killed meanwhile, once more from the start.
 */
public final class UndoRunner {
    private static final Logger LOG = Logger.getLogger(UndoRunner.class);
    private static final int MOST_ATTEMPTS = 3;

    private final Jdbi jdbi;
    private final BooleanSupplier stopping;

    public UndoRunner(Jdbi jdbi, BooleanSupplier stopping) {
        this.jdbi = jdbi;
        this.stopping = stopping;
    }

    /** @return false when the job is not done, or has been asked for already */
    public static boolean request(Jdbi jdbi, int id, String who) {
        return jdbi.withHandle(handle -> handle.execute("""
                update import_job set state = 'undoing', undone_by = ?, undo_share = 0, undo_attempts = 0, message = null
                where id = ? and kind = 'csv' and state = 'done'
                """, who, id)) == 1;
    }

    /** @return whether there was one to take back */
    public boolean runNext() {
        Optional<Integer> next = begin();
        if (next.isEmpty()) {
            return false;
        }
        int id = next.get();
        try {
            takeBack(id);
        } catch (StoppingException e) {
            again(id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %d could not be taken back", id);
            giveUp(id);
        }
        return true;
    }

    /** The one that was asked for first. Begun too often, it is left as it is. */
    private Optional<Integer> begin() {
        return jdbi.withHandle(handle -> handle.select("""
                        with next as (
                            update import_job set undo_attempts = undo_attempts + 1, undo_share = 0,
                                state = case when undo_attempts < ? then 'undoing' else 'done' end,
                                message = case when undo_attempts < ? then null else 'UNDO_FAILED|' end
                            where id = (select id from import_job where state = 'undoing' order by id limit 1)
                            returning id, state)
                        select id from next where state = 'undoing'
                        """, MOST_ATTEMPTS, MOST_ATTEMPTS)
                .mapTo(Integer.class)
                .findOne());
    }

    private void takeBack(int id) {
        try (Handle handle = jdbi.open()) {
            handle.useTransaction(undoing -> {
                new Undo(handle, id, share -> tell(id, share)).run();
                change(handle, id, "state = 'undone', undone_at = clock_timestamp(), undo_share = 100");
            });
        }
    }

    /** On another connection, lest nobody sees it before all is over. */
    private void tell(int id, int share) {
        if (stopping.getAsBoolean()) {
            throw new StoppingException();
        }
        change(id, "undo_share = " + share);
    }

    /** The next worker begins it: that this one had to stop does not count. */
    private void again(int id) {
        change(id, "undo_attempts = undo_attempts - 1");
    }

    private void giveUp(int id) {
        change(id, "state = 'done', message = 'UNDO_FAILED|'");
    }

    private void change(int id, String set) {
        jdbi.useHandle(handle -> change(handle, id, set));
    }

    private static void change(Handle handle, int id, String set) {
        handle.execute("update import_job set " + set + " where id = ? and state = 'undoing'", id);
    }
}
