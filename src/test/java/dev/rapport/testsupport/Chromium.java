package dev.rapport.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a browser: what is installed, else Playwright's own download, else Debian's package where we may install it.
 * An empty answer means that browser tests are skipped, loudly.
 */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    /** How to start the browser found; without a path it is Playwright's own. */
    record Found(Optional<Path> executable) {}

    static Optional<Found> find() {
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return Optional.of(new Found(installed));
        }
        if (run(
                "Playwright downloads its own browser",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium")) {
            return Optional.of(new Found(Optional.empty()));
        }
        boolean debianRoot = Files.exists(Path.of("/etc/debian_version")) && isRoot();
        if (debianRoot && run("Debian's chromium is installed", "apt-get", "install", "-y", "-q", "chromium")) {
            return installed().map(path -> new Found(Optional.of(path)));
        }
        return Optional.empty();
    }

    /** Chromium's sandbox refuses to run as root, which build machines often are. */
    static List<String> flags() {
        List<String> flags = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        if (isRoot()) {
            flags.add("--no-sandbox");
        }
        return flags;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> installed() {
        String chosen = System.getenv("RAPPORT_CHROMIUM");
        if (chosen != null) {
            return Optional.of(Path.of(chosen));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        NAMES.stream()
                                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name))),
                        Stream.of(ON_A_MAC))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean run(String what, String... command) {
        System.err.println("No Chromium found: " + what + " ...");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
