package dev.rapport.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Cancels what runs in a connection, again and again, as the next statement may follow; not any more once it is disarmed, as
 * the connection may then be somebody else's.
 */
final class StatementCancel implements Runnable {
    private static final Logger LOG = Logger.getLogger(StatementCancel.class);

    private static final long BETWEEN_MILLIS = 250;

    private final Connection connection;
    private boolean armed = true;

    StatementCancel(Connection connection) {
        this.connection = connection;
    }

    @Override
    public synchronized void run() {
        try {
            while (armed) {
                connection.unwrap(PGConnection.class).cancelQuery();
                wait(BETWEEN_MILLIS);
            }
        } catch (SQLException e) {
            LOG.debug("A statement that nobody waits for could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a cancelling that is under way. */
    synchronized void disarm() {
        armed = false;
        notifyAll();
    }
}
