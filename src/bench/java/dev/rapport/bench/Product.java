package dev.rapport.bench;

import dev.rapport.demo.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged product in a process of its own, run as the image runs it. */
final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Duration start;

    private Product(Process process, Duration start) {
        this.process = process;
        this.start = start;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param environment beside what every child gets: database, sign-on, cache
     */
    static Product start(Options options, Path log, Map<String, String> environment)
            throws IOException, InterruptedException {
        String more = System.getProperty("bench.jvm", "");
        List<String> flags = more.isBlank() ? List.of() : List.of(more.strip().split(" +"));
        ProcessBuilder builder = Processes.packaged(options.project(), flags);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(options.port()));
        int management = options.port() + 200;
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        Path uploads = Files.createDirectories(log.resolveSibling("uploads"));
        builder.environment().put("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", uploads.toString());
        builder.environment()
                .put("RAPPORT_IMPORT_DIR", uploads.resolve("imports").toString());
        long begin = System.nanoTime();
        Process process = builder.start();
        // Whoever stops the bench stops what it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, Processes.ready(management), log);
        return new Product(process, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void awaitReady(Process process, URI address, Path log) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(10);
        }
        process.destroyForcibly();
        throw new IllegalStateException("Rapport did not start; see " + log);
    }

    /** From the start of the process until it said that it was ready. */
    Duration startTime() {
        return start;
    }

    /** Bytes of heap that are really held. */
    long liveHeap() throws IOException, InterruptedException {
        jcmd("GC.run");
        return usedHeap();
    }

    long usedHeap() throws IOException, InterruptedException {
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("the heap cannot be read");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Processes.end(process);
    }
}
