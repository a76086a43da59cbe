package dev.rapport.dependencies;

import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Says of one range of versions of one package that it has a hole; an advisory has one of these for each of its ranges.
 *
 * @param id GHSA's, or CVE's where no other is known
 * @param name group and artifact, or npm: and the name
 * @param introduced the first version that has it, 0 for all from the first one on
 * @param fixed the first version without it, or empty
 * @param last the last version that has it, or empty; without both there is none without it
 */
record Advisory(
        String id,
        String cve,
        Severity severity,
        String name,
        String introduced,
        String fixed,
        String last,
        String what) {
    boolean hits(Coordinate used) {
        return name.equals(used.advised()) && has(new ComparableVersion(used.version()));
    }

    private boolean has(ComparableVersion version) {
        boolean begun = "0".equals(introduced) || version.compareTo(new ComparableVersion(introduced)) >= 0;
        boolean mended = !fixed.isEmpty() && version.compareTo(new ComparableVersion(fixed)) >= 0;
        boolean past = !last.isEmpty() && version.compareTo(new ComparableVersion(last)) > 0;
        return begun && !mended && !past;
    }

    /** One line of {@link AdvisoryFile}. */
    String written() {
        return String.join("\t", id, cve, severity.name(), name, introduced, fixed, last, what);
    }

    static Advisory read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException("Not an advisory: " + line);
        }
        return new Advisory(
                cells[0], cells[1], Severity.valueOf(cells[2]), cells[3], cells[4], cells[5], cells[6], cells[7]);
    }
}
