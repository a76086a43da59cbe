package dev.rapport.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts, awaits and ends server processes. */
public final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** The packaged application. */
    static final String JAR = "rapport.jar";

    private Processes() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The packaged application on a JVM of its own, run as the image runs it. Its classes come from the archive that the build
     * made, where this Java is the one it was made with; the archive knows the jar by its relative path.
     *
     * @param options come after the image's and win
     */
    public static ProcessBuilder packaged(Path project, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(JvmOptions.of(project).flags());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR));
        return java(project, command);
    }

    /** Java with these arguments, in the folder of the packaged application. */
    static ProcessBuilder java(Path project, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(project.resolve("target").resolve("quarkus-app").toFile())
                .redirectErrorStream(true);
    }

    static void signal(String signal, long pid) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
    }

    /** Names where a product says on its management port whether it is ready. */
    public static URI ready(int managementPort) {
        return URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
    }

    /** Waits until the address answers with success; false when the process ended or the time was up. */
    public static boolean await(Process process, URI address, Duration atMost)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        Instant end = Instant.now().plus(atMost);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return false;
    }

    /** Asks a process to end, and ends it if it does not. */
    public static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A shell that waits for this JVM's end, whatever the reason, and ends the servers then: a shutdown hook does not run
     * on kill -9.
     */
    static Process watchdog() throws IOException {
        String script = """
                trap '' INT TERM HUP
                servers=
                while read -r signal pid; do servers="$servers $signal:$pid"; done
                for server in $servers; do kill -"${server%%:*}" "${server##*:}" 2>/dev/null; done
                """;
        return new ProcessBuilder("sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static void watch(Process watchdog, String signal, long pid) throws IOException {
        watchdog.getOutputStream().write((signal + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
        watchdog.getOutputStream().flush();
    }
}
