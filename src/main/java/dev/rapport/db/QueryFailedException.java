package dev.rapport.db;

import java.sql.SQLException;

/** Signals that the database did not answer, or not in time; the state says which (57014: too long). */
public class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String CANCELLED = "57014";

    private final boolean tookTooLong;

    public QueryFailedException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.tookTooLong = CANCELLED.equals(cause.getSQLState());
    }

    public boolean tookTooLong() {
        return tookTooLong;
    }
}
