package dev.rapport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** On what was measured, and with which versions; nothing that tells whose machine it is. */
final class Machine {
    /** Names the fact that says how much heap Rapport is given. */
    static final String HEAP = "Rapport's heap";

    private Machine() {}

    static Map<String, String> describe(Connection postgres, Connection duck, String heap)
            throws SQLException, IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("Cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("Processor", proc("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")));
        facts.put(
                "Memory",
                proc("/proc/meminfo", "MemTotal").map(Machine::gigabytes).orElse("unknown"));
        facts.put("System", System.getProperty("os.name"));
        facts.put("JDK", Runtime.version().toString());
        facts.put("PostgreSQL", setting(postgres, "server_version"));
        facts.put(
                "PostgreSQL's settings",
                "shared_buffers " + setting(postgres, "shared_buffers") + ", work_mem " + setting(postgres, "work_mem")
                        + ", parallel workers per query " + setting(postgres, "max_parallel_workers_per_gather"));
        facts.put("DuckDB", duck.getMetaData().getDatabaseProductVersion());
        facts.put(HEAP, heap);
        return facts;
    }

    private static Optional<String> proc(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    private static String gigabytes(String kilobytes) {
        return Math.round(Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1048576.0) + " GB";
    }

    private static String setting(Connection postgres, String name) throws SQLException {
        try (Statement statement = postgres.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
