package dev.rapport.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Makes the facts if there are none, and keeps PostgreSQL running on them for whoever wants to look. */
public final class BenchServer {
    private BenchServer() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        BenchHome home = BenchHome.chosen();
        BenchPostgres server = BenchPostgres.open(home);
        new BenchData(server, home.events()).ensure();
        Say.that("PostgreSQL is at " + server.url("rapport") + ", user postgres, until this process ends");
        Thread.currentThread().join();
    }
}
