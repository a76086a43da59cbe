package dev.rapport.ingest.run;

import java.nio.file.Path;

/** Describes a queued job as the worker needs it. */
public record QueuedImport(int id, String name, Path file, String mapping, int attempts) {}
