package dev.rapport.ingest.job;

import java.nio.file.Path;

/** A job as the worker needs it. */
public record Job(int id, String name, Path file, String mapping, int attempts) {}
