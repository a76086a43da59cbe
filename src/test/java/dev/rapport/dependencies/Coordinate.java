package dev.rapport.dependencies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one artifact of one version.
 *
 * @param name group and artifact with a colon between
 */
record Coordinate(String name, String version) {
    /** As {@code dependency:list} and {@code dependency:resolve-plugins} write it, and {@code quarkus:dependency-tree} without a type. */
    private static final Pattern WRITTEN = Pattern.compile(
            "([\\w.-]+):([\\w.-]+)((?::[\\w.-]+){1,4})(?: \\((?:compile|runtime|provided)\\))?(?: .*)?");

    private static final Pattern TREE = Pattern.compile("^[\\s\\u2500-\\u257f]*");
    private static final Set<String> SCOPES = Set.of("compile", "runtime", "provided", "test", "system");
    /** Packages of npm in Maven's clothes. */
    private static final List<String> NPM = List.of("org.mvnpm:", "org.webjars.npm:");

    static Optional<Coordinate> read(String line) {
        Matcher written = WRITTEN.matcher(TREE.matcher(line).replaceFirst(""));
        if (!written.matches()) {
            return Optional.empty();
        }
        String[] rest = written.group(3).substring(1).split(":");
        String version = rest.length > 1 && SCOPES.contains(rest[rest.length - 1])
                ? rest[rest.length - 2]
                : rest[rest.length - 1];
        return Optional.of(new Coordinate(written.group(1) + ":" + written.group(2), version));
    }

    /** The name by which its advisories go: npm's own for a package of npm. */
    String advised() {
        return NPM.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> "npm:" + name.substring(prefix.length()))
                .orElse(name);
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
