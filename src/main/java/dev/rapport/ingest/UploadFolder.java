package dev.rapport.ingest;

import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores uploads while they wait. Files have names of our own; what the sender calls them is only ever shown. */
@ApplicationScoped
public class UploadFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?>[] NONE = {};
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
        try (OutputStream out = created(path)) {
            byte[] buffer = new byte[1 << 16];
            long looked = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                write(out, buffer, n);
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

    /** The disk may be full for us alone, by a quota: what it says of free space is not all. */
    static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new RefusedException(Refusal.NO_SPACE);
        }
    }

    /** Takes a file over that the server has already put on the disk. */
    Received adopt(Path uploaded) throws IOException {
        long size = Files.size(uploaded);
        refuseTooBig(size);
        refuseWithoutSpace(0);
        String name = UUID.randomUUID().toString();
        try {
            Files.move(uploaded, path(name));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // from one disk to another it is written once more
            Files.deleteIfExists(path(name));
            throw new RefusedException(Refusal.NO_SPACE);
        }
        if (knowsOwners()) {
            Files.setPosixFilePermissions(path(name), FILE);
        }
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
        prepare();
        long free = Files.getFileStore(config.folder()).getUsableSpace();
        if (free - Math.max(0, coming) < config.keepFree().asLongValue()) {
            throw new RefusedException(Refusal.NO_SPACE);
        }
    }

    /** Uploads are nobody's but ours: they may hold what no user of the machine is to read. */
    private void prepare() throws IOException {
        Path folder = config.folder();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        if (knowsOwners() && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    private static OutputStream created(Path path) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes =
                knowsOwners() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : NONE;
        return Channels.newOutputStream(Files.newByteChannel(path, fresh, attributes));
    }

    private static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
