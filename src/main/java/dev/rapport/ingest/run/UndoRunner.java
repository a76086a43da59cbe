package dev.rapport.ingest.run;

import dev.rapport.ingest.store.Undo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Undoes finished jobs, one after the other. What has been asked for stands in the job's row and outlives the server; a
 * job is taken back whole, in one transaction, or, when the server is killed meanwhile, once more from the start.
 */
public final class UndoRunner {
    private static final Logger LOG = Logger.getLogger(UndoRunner.class);
    private static final int MOST_ATTEMPTS = 3;

    private final DataSource database;
    private final BooleanSupplier stopping;

    public UndoRunner(DataSource database, BooleanSupplier stopping) {
        this.database = database;
        this.stopping = stopping;
    }

    /** @return false when the job is not done, or has been asked for already */
    public static boolean request(DataSource database, int id, String who) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update import_job set state = 'undoing', undone_by = ?, undo_share = 0, undo_attempts = 0, message = null
                        where id = ? and kind = 'csv' and state = 'done'
                        """)) {
            statement.setString(1, who);
            statement.setInt(2, id);
            return statement.executeUpdate() == 1;
        }
    }

    /** @return whether there was one to take back */
    public boolean runNext() throws SQLException {
        OptionalInt next = begin();
        if (next.isEmpty()) {
            return false;
        }
        int id = next.getAsInt();
        try {
            takeBack(id);
        } catch (StoppingException e) {
            again(id);
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "Import %d could not be taken back", id);
            giveUp(id);
        }
        return true;
    }

    /** The one that was asked for first. Begun too often, it is left as it is. */
    private OptionalInt begin() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update import_job set undo_attempts = undo_attempts + 1, undo_share = 0,
                            state = case when undo_attempts < ? then 'undoing' else 'done' end,
                            message = case when undo_attempts < ? then null else 'UNDO_FAILED|' end
                        where id = (select id from import_job where state = 'undoing' order by id limit 1)
                        returning id, state = 'undoing'
                        """)) {
            statement.setInt(1, MOST_ATTEMPTS);
            statement.setInt(2, MOST_ATTEMPTS);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(2) ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    private void takeBack(int id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new Undo(connection, id, share -> tell(id, share)).run();
                change(connection, id, "state = 'undone', undone_at = clock_timestamp(), undo_share = 100");
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** On another connection, lest nobody sees it before all is over. */
    private void tell(int id, int share) throws SQLException {
        if (stopping.getAsBoolean()) {
            throw new StoppingException();
        }
        change(id, "undo_share = " + share);
    }

    /** The next worker begins it: that this one had to stop does not count. */
    private void again(int id) throws SQLException {
        change(id, "undo_attempts = undo_attempts - 1");
    }

    private void giveUp(int id) throws SQLException {
        change(id, "state = 'done', message = 'UNDO_FAILED|'");
    }

    private void change(int id, String set) throws SQLException {
        try (Connection connection = database.getConnection()) {
            change(connection, id, set);
        }
    }

    private static void change(Connection connection, int id, String set) throws SQLException {
        try (var statement =
                connection.prepareStatement("update import_job set " + set + " where id = ? and state = 'undoing'")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }
}
