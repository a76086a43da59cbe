package dev.rapport.db;

import java.sql.Connection;
import java.time.Duration;

/** Bounds how long a request may be answered, whatever it asks of the database. */
interface Deadline {
    /** For what no request waits for. */
    Deadline NONE = new Deadline() {
        @Override
        public Duration left() {
            return Duration.ofDays(1);
        }

        @Override
        public void lift(Connection connection) {}
    };

    /** What the current request has left; negative when its time is over, a day outside of requests. */
    Duration left();

    /** Lets the current use of a connection take longer: a download has a time of its own. */
    void lift(Connection connection);
}
