package dev.rapport.ingest;

import dev.rapport.ingest.file.ArchiveLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Configures where uploads wait and how large they may be. */
@ConfigMapping(prefix = "rapport.import")
interface ImportConfig {
    /** Folder for uploads until they are stored; left out: within the system's folder for temporary files. */
    Optional<Path> dir();

    /** Largest file taken. */
    @WithDefault("8G")
    MemorySize maxSize();

    /** Most bytes that an archive may unpack to. */
    @WithDefault("64G")
    MemorySize maxUnpacked();

    /** An archive that unpacks to more than this many times its size is taken for a bomb. */
    @WithDefault("200")
    int maxRatio();

    /** Left free on the disk when a file is taken. */
    @WithDefault("256M")
    MemorySize keepFree();

    /** How long the file of an import is kept that failed or was never mapped. */
    @WithDefault("7D")
    Duration keep();

    default ArchiveLimits limits() {
        return new ArchiveLimits(maxUnpacked().asLongValue(), maxRatio());
    }

    default Path folder() {
        return dir().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "rapport-imports"));
    }
}
