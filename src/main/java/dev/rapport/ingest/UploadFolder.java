package dev.rapport.ingest;

import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores uploads while they wait. Files have names of our own; what the sender calls them is only ever shown. */
@ApplicationScoped
public class UploadFolder {
    private static final long LOOK_AT_DISK_EVERY = 64L << 20;

    private final ImportConfig config;

    UploadFolder(ImportConfig config) {
        this.config = config;
    }

    /** @param name within the folder */
    record Received(String name, long size) {}

    Path path(String name) {
        return config.folder().resolve(name);
    }

    /** Takes a stream in, in flat memory. */
    Received receive(InputStream in, long announced) throws IOException {
        refuseTooBig(announced);
        refuseWithoutSpace(announced);
        String name = UUID.randomUUID().toString();
        Path path = path(name);
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            long looked = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
                refuseTooBig(size);
                if (size - looked > LOOK_AT_DISK_EVERY) {
                    looked = size;
                    refuseWithoutSpace(0);
                }
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Received(name, size);
    }

    /** Takes a file over that the server has already put on the disk. */
    Received adopt(Path uploaded) throws IOException {
        long size = Files.size(uploaded);
        refuseTooBig(size);
        refuseWithoutSpace(0);
        String name = UUID.randomUUID().toString();
        Files.move(uploaded, path(name));
        return new Received(name, size);
    }

    void forget(@Nullable String name) {
        if (name != null) {
            try {
                Files.deleteIfExists(path(name));
            } catch (IOException e) {
                // left behind in a folder for temporary files
            }
        }
    }

    private void refuseTooBig(long size) {
        if (size > config.maxSize().asLongValue()) {
            throw new RefusedException(
                    Refusal.TOO_BIG, String.valueOf(config.maxSize().asLongValue() >> 20));
        }
    }

    private void refuseWithoutSpace(long coming) throws IOException {
        Files.createDirectories(config.folder());
        long free = Files.getFileStore(config.folder()).getUsableSpace();
        if (free - Math.max(0, coming) < config.keepFree().asLongValue()) {
            throw new RefusedException(Refusal.NO_SPACE);
        }
    }
}
