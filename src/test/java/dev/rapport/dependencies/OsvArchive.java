package dev.rapport.dependencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads advisories in OSV's format from its archive of an ecosystem: a zip of JSON files. */
final class OsvArchive {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OsvArchive() {}

    /** All ranges of the packages of these names. */
    static List<Advisory> read(Path zip, Set<String> names) throws IOException {
        List<Advisory> found = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(".json")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        found.addAll(ranges(JSON.readTree(in), names));
                    }
                }
            }
        }
        return found;
    }

    static List<Advisory> ranges(JsonNode advisory, Set<String> names) {
        List<Advisory> found = new ArrayList<>();
        if (advisory.has("withdrawn")) {
            return found;
        }
        for (JsonNode affected : advisory.path("affected")) {
            String name = name(affected.path("package"));
            if (!names.contains(name)) {
                continue;
            }
            int before = found.size();
            for (JsonNode range : affected.path("ranges")) {
                if (!"GIT".equals(range.path("type").asText())) {
                    found.addAll(of(advisory, name, range.path("events")));
                }
            }
            // Without ranges the versions are named one by one.
            if (found.size() == before) {
                affected.path("versions")
                        .forEach(version -> found.add(of(advisory, name, version.asText(), "", version.asText())));
            }
        }
        return found;
    }

    private static String name(JsonNode named) {
        String name = named.path("name").asText();
        return "npm".equals(named.path("ecosystem").asText()) ? "npm:" + name : name;
    }

    /** Events come in the order of versions: each introduction with the end that follows it, if there is one. */
    private static List<Advisory> of(JsonNode advisory, String name, JsonNode events) {
        List<Advisory> found = new ArrayList<>();
        String introduced = null;
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                if (introduced != null) {
                    found.add(of(advisory, name, introduced, "", ""));
                }
                introduced = event.get("introduced").asText();
            } else if (introduced != null && (event.has("fixed") || event.has("last_affected"))) {
                found.add(of(
                        advisory,
                        name,
                        introduced,
                        event.path("fixed").asText(),
                        event.path("last_affected").asText()));
                introduced = null;
            }
        }
        if (introduced != null) {
            found.add(of(advisory, name, introduced, "", ""));
        }
        return found;
    }

    private static Advisory of(JsonNode advisory, String name, String introduced, String fixed, String last) {
        String cve = "";
        for (JsonNode alias : advisory.path("aliases")) {
            if (alias.asText().startsWith("CVE-")) {
                cve = alias.asText();
            }
        }
        return new Advisory(
                advisory.path("id").asText(),
                cve,
                severity(advisory),
                name,
                introduced,
                fixed,
                last,
                advisory.path("summary").asText().replaceAll("\\s+", " "));
    }

    /** What does not say how bad it is counts as bad. */
    private static Severity severity(JsonNode advisory) {
        String said = advisory.path("database_specific").path("severity").asText();
        return switch (said) {
            case "LOW" -> Severity.LOW;
            case "MODERATE", "MEDIUM" -> Severity.MODERATE;
            case "CRITICAL" -> Severity.CRITICAL;
            default -> Severity.HIGH;
        };
    }
}
