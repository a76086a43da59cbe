package dev.rapport.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells how far the figures of the demo data are, while a person waits for them. */
final class FiguresProgress {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DatabaseServer database;
    private final Consumer<String> say;
    private long daysTold;

    FiguresProgress(DatabaseServer database, Consumer<String> say) {
        this.database = database;
        this.say = say;
    }

    /** Waits until figures can be looked at, but not for ever: what is left then follows in the background. */
    void await(Process app, Duration atMost) throws InterruptedException, SQLException {
        Instant end = Instant.now().plus(atMost);
        while (app.isAlive() && Instant.now().isBefore(end)) {
            if (ready()) {
                return;
            }
            Thread.sleep(LOOK.toMillis());
        }
        say.accept("Some figures are still being made; the pages say how far they are");
    }

    private boolean ready() throws SQLException {
        try (Connection connection = database.dataSource("rapport").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from dirty_day")) {
            row.next();
            long days = row.getLong(1);
            if (days > 0 && (daysTold == 0 || days < daysTold * 3 / 4)) {
                daysTold = days;
                say.accept("Figures: " + days + " days to count");
            }
            return days == 0;
        }
    }
}
