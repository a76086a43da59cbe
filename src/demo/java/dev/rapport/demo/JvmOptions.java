package dev.rapport.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code docker/jvm.options}, with which the image runs the application, so that the demo and the bench run it alike.
 *
 * @param flags without those that are for a newer Java than this one
 */
public record JvmOptions(List<String> flags) {
    private static final String HEAP = "-Xmx";
    private static final String NEWER = "# From Java 25 on";

    /** From 25 on Java keeps classes linked with each other and knows the options below that line of the file. */
    static final boolean JAVA_25 = Runtime.version().feature() >= 25;

    public static JvmOptions of(Path project) throws IOException {
        List<String> flags = new ArrayList<>();
        for (String line : Files.readAllLines(project.resolve("docker").resolve("jvm.options"))) {
            if (line.startsWith(NEWER) && !JAVA_25) {
                break;
            }
            if (line.startsWith("-")) {
                flags.add(line.strip());
            }
        }
        return new JvmOptions(List.copyOf(flags));
    }

    /** How much heap the application is given, as {@code 512m}. */
    public String heap() {
        return flags.stream()
                .filter(flag -> flag.startsWith(HEAP))
                .map(flag -> flag.substring(HEAP.length()))
                .findFirst()
                .orElseThrow();
    }
}
