package dev.rapport.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes, as the last step of the build, an archive of the classes that a start needs, as Java has read and checked them, which is
 * mapped into memory instead of opening jars. Which classes those are is seen from a start on an empty database; an image makes its own
 * archive from the same list, as an archive is good for the very Java that made it only. Without one the product starts as well,
 * and takes more than twice as long.
 */
public final class ClassArchive {
    private static final String FILE = "app-cds.jsa";
    private static final String LIST = "classes.lst";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PrintStream OUT = System.out;

    private final Path project;
    private final Path folder;

    private ClassArchive(Path project) {
        this.project = project;
        folder = project.resolve("target").resolve("class-archive");
    }

    /** A build without an archive is a whole one, so that what goes wrong here is said and no more. */
    public static void main(String[] arguments) throws InterruptedException {
        ClassArchive archive = new ClassArchive(Path.of(Objects.requireNonNull(System.getProperty("rapport.project"))));
        try {
            archive.make();
            OUT.println("The classes of a start are in target/quarkus-app/" + FILE + ".");
        } catch (IOException | RuntimeException e) {
            OUT.println(
                    "No archive of classes, so that starts take longer: " + e.getMessage() + " See " + archive.log());
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void make() throws IOException, InterruptedException {
        Path data = folder.resolve("postgres");
        delete(data);
        Files.createDirectories(folder);
        Files.deleteIfExists(log());
        try (DatabaseServer database = DatabaseServer.start(data, folder.resolve("binaries"), log())) {
            list(database);
        }
        dump();
        delete(data);
    }

    /** Starts the product until it is ready, while Java writes down what it reads. */
    private void list(DatabaseServer database) throws IOException, InterruptedException {
        int management = freePort();
        ProcessBuilder builder = Processes.java(
                project, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + LIST, "-Xmx256m", "-jar", Processes.JAR));
        builder.environment().putAll(environment(database, management));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Process product = builder.start();
        try {
            if (!Processes.await(product, Processes.ready(management), PATIENCE)) {
                throw new IOException("the product did not start.");
            }
        } finally {
            Processes.end(product);
        }
    }

    private Map<String, String> environment(DatabaseServer database, int management) throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.url("postgres"),
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "unused",
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(freePort()),
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(management),
                "QUARKUS_OIDC_TENANT_ENABLED",
                "false",
                "QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY",
                folder.resolve("uploads").toString(),
                "RAPPORT_IMPORT_DIR",
                folder.resolve("uploads").toString());
    }

    private void dump() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JvmOptions.of(project).flags());
        command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + LIST));
        if (JvmOptions.JAVA_25) {
            command.add("-XX:+AOTClassLinking");
        }
        command.addAll(List.of("-jar", Processes.JAR));
        ProcessBuilder builder = Processes.java(project, command);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Process java = builder.start();
        if (!java.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || java.exitValue() != 0) {
            java.destroyForcibly();
            throw new IOException("Java did not write it.");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
