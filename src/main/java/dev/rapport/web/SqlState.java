package dev.rapport.web;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's code of what went wrong, however deep it is wrapped. */
public final class SqlState {
    /** Stopped by its limit of time, or because somebody wanted it so. */
    public static final String CANCELLED = "57014";

    /** No room left where the database keeps its files. */
    public static final String DISK_FULL = "53100";

    private static final int DEPTH = 20;

    private SqlState() {}

    public static Optional<String> of(@Nullable Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((SQLException) cause).getSQLState()))
                .findFirst();
    }

    /** Itself and what is behind it, with an end even if it goes round in a circle. */
    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }
}
