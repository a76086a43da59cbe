package dev.rapport.db;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Signals that the database did not answer, or not in time, where the driver is asked without Jdbi between. */
public final class QueryFailedException extends JdbiException {
    private static final long serialVersionUID = 1L;

    public QueryFailedException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
