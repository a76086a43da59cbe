package dev.rapport.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Cancels the statements of a connection again and again, as the next one may follow, until it is disarmed. From then
 * on the connection may be somebody else's.
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
