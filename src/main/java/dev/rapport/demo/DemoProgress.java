package dev.rapport.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells how far the demo data and their figures are, while a person waits for them. */
final class DemoProgress {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String MARK = "Demo data";

    private final DatabaseServer database;
    private final Path log;
    private final Consumer<String> say;
    private long told;
    private long daysTold;

    DemoProgress(DatabaseServer database, Path log, Consumer<String> say) {
        this.database = database;
        this.log = log;
        this.say = say;
    }

    /** Waits until figures can be looked at, but not for ever: what is left then follows in the background. */
    void await(Process app, Duration atMost) throws IOException, InterruptedException, SQLException {
        Instant end = Instant.now().plus(atMost);
        while (app.isAlive() && Instant.now().isBefore(end)) {
            List<String> lines = messages();
            lines.stream().skip(told).forEach(say);
            told = lines.size();
            if (lines.stream().anyMatch(line -> line.contains("could not")) || ready()) {
                return;
            }
            Thread.sleep(LOOK.toMillis());
        }
        say.accept("Some figures are still being made; the pages say how far they are");
    }

    private List<String> messages() throws IOException {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(MARK))
                    .map(line -> line.substring(line.indexOf(MARK)))
                    .toList();
        }
    }

    private boolean ready() throws SQLException {
        String sql = "select exists (select from import_job), (select count(*) from dirty_day)";
        try (Connection connection = database.connect("rapport");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            boolean stored = row.getBoolean(1);
            long days = row.getLong(2);
            if (stored && days > 0 && (daysTold == 0 || days < daysTold * 3 / 4)) {
                daysTold = days;
                say.accept("Figures: " + days + " days to count");
            }
            return stored && days == 0;
        }
    }
}
