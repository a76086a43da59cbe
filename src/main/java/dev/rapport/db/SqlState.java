package dev.rapport.db;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads PostgreSQL's code of what went wrong, however deep it is wrapped. */
public final class SqlState {
    /** Stopped by its limit of time, or because somebody wanted it so. */
    public static final String CANCELLED = "57014";

    private static final int DEPTH = 20;

    private SqlState() {}

    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((SQLException) cause).getSQLState()))
                .findFirst();
    }
}
