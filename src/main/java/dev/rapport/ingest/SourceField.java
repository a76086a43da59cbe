package dev.rapport.ingest;

import dev.rapport.fact.FactType;
import dev.rapport.fact.StoragePath;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.run.FileCheck;
import dev.rapport.ingest.store.Sources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Asks for the source of the rows.
 *
 * @param shown whether rows of the target have a source
 * @param keyless no column is mapped as key, so that changed rows come twice
 * @param suggested by what the file shares with what is stored; empty when it is found only once the file is read
 */
record SourceField(boolean shown, boolean keyless, String value, String suggested, List<String> known) {
    static final SourceField NONE = new SourceField(false, false, "", "", List.of());

    static SourceField of(Jdbi jdbi, FactType target, Mapping mapping, Optional<FileCheck> check) {
        if (target.storagePath() != StoragePath.FACTS) {
            return NONE;
        }
        String found = check.map(FileCheck::source).orElse("");
        String said = Objects.requireNonNullElse(mapping.source(), "");
        return new SourceField(
                true,
                mapping.isKeyless(target),
                said.isBlank() ? found : said,
                said.isBlank() ? found : "",
                jdbi.withHandle(Sources::names));
    }
}
