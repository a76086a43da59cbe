package dev.rapport.web;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, or a statement that ran into its time limit, from a defect in the program. They are
 * answered 503, 504 and 500.
 */
public final class Outage {
    /** What the driver says when the pool gives up a connection that a stopped server never answers. */
    private static final String INTERRUPTED_WHILE_CONNECTING = "99999";

    private Outage() {}

    public static boolean isSlow(@Nullable Throwable failure) {
        return SqlState.of(failure).filter(SqlState.CANCELLED::equals).isPresent()
                || SqlState.causes(failure).anyMatch(TooSlowException.class::isInstance);
    }

    /** It goes away by making room, not by waiting. */
    public static boolean isFull(@Nullable Throwable failure) {
        return SqlState.of(failure).filter(SqlState.DISK_FULL::equals).isPresent()
                || SqlState.causes(failure).anyMatch(Outage::isOfDisk);
    }

    /** Of what the server itself puts on its disk, as the parts of a form. Java has but the system's words for it. */
    private static boolean isOfDisk(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (message.contains("No space left on device") || message.contains("quota exceeded"));
    }

    public static boolean isBehind(@Nullable Throwable failure) {
        return isOfDatabase(failure) || SqlState.causes(failure).anyMatch(ConnectException.class::isInstance);
    }

    public static boolean isOfDatabase(@Nullable Throwable failure) {
        return SqlState.causes(failure).anyMatch(cause -> cause instanceof SQLException sql && away(sql));
    }

    // PostgreSQL's classes 08 (connection), 53 (no resources) and 57P (operator intervention: it stops or starts). Only
    // SQL the driver never saw carries no state: the pool found no connection in time.
    private static boolean away(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = e.getSQLState();
        if (state == null) {
            String message = e.getMessage();
            return message != null && (message.contains("cquisition timeout") || message.contains("onnection"));
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals(INTERRUPTED_WHILE_CONNECTING);
    }
}
