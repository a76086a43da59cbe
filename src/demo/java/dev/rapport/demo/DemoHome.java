package dev.rapport.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Names the folder in which the demo keeps its data between starts, and the checks that come before all work. */
final class DemoHome {
    private static final long NEEDED_BYTES = 2L << 30;
    private static final long LARGE_LOG = 20L << 20;

    private final Path folder;

    private DemoHome(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, takes its lock for as long as this JVM lives, and sees that there is room. */
    static DemoHome open(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Path probe = Files.createTempFile(folder, "probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new DemoFailure(
                    "The folder " + folder + " cannot be written to. Choose another by -Drapport.home=...", e);
        }
        try {
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new DemoFailure("A demo is already running on " + folder
                        + ". Stop it, or choose another folder by" + " -Drapport.home=...");
            }
            requireRoom(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DemoHome(folder);
    }

    static void requireRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new DemoFailure("Too little room for " + folder + ": " + (free >> 20) + " MB free, "
                    + (NEEDED_BYTES >> 20) + " MB needed.");
        }
    }

    static void requireFreePort(int port, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new DemoFailure("Port " + port + " is in use. Choose another by -D" + option + "=...", e);
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path keycloak() {
        return folder.resolve("keycloak");
    }

    Path uploads() {
        return folder.resolve("uploads");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path log(String server) {
        return folder.resolve("logs").resolve(server + ".log");
    }

    /** Goes on after what the server said before: that is what one wants to read when it ended badly. */
    ProcessBuilder.Redirect appendLog(String server) throws IOException {
        Path log = log(server);
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log(server + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
