package dev.rapport.ingest.store;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Chooses the source that the staged rows come from, else makes one of its own. It is the one whose facts have the same
 * keys and agree in what does not change (when they began, whose they are).
 *
 * @param name of the source, to be made when there is none of that name
 * @param question whether they are the same things as another source's, where nothing says so
 * @param elsewhereName another source that has rows of the file already; empty when none has
 * @param elsewhere rows that another source has already, of those looked at
 * @param looked how many were looked at
 * @param example a key that another source has already
 */
public record SourceChoice(
        String name,
        Optional<ImportQuestion> question,
        String elsewhereName,
        long elsewhere,
        long looked,
        String example) {
    static SourceChoice of(Handle handle, FactType target, Mapping mapping, String fileName) {
        return new Chooser(handle, target, mapping, fileName).choose();
    }

    /** One choice on its way. */
    private record Chooser(Handle handle, FactType target, Mapping mapping, String fileName) {
        SourceChoice choose() {
            SharedKeys keys = SharedKeys.of(handle, target, mapping);
            Optional<ImportQuestion> question = question(keys);
            Optional<String> answer = question.flatMap(
                    asked -> mapping.answer(asked.kind(), asked.about()).filter(asked.options()::contains));
            String name = answer.isPresent() ? answer.get() : name(keys);
            Optional<SharedKeys.Shared> other = keys.bySource().stream()
                    .filter(one -> !one.name().equals(name) && one.agree() > 0)
                    .findFirst();
            return new SourceChoice(
                    name,
                    question,
                    other.map(SharedKeys.Shared::name).orElse(""),
                    other.map(SharedKeys.Shared::agree).orElse(0L),
                    keys.looked(),
                    other.map(SharedKeys.Shared::example).orElse(""));
        }

        private String name(SharedKeys keys) {
            if (mapping.source() != null && !mapping.source().isBlank()) {
                return mapping.source().strip();
            }
            Optional<String> same = keys.bySource().stream()
                    .filter(this::isSame)
                    .map(SharedKeys.Shared::name)
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            String stem = FileStem.of(fileName);
            boolean next = keys.bySource().isEmpty() && isAlike(stem, Optional.of(stem));
            return next ? stem : fresh(stem);
        }

        /** Asked when the same keys are met, and what does not change is neither the same nor another. */
        private Optional<ImportQuestion> question(SharedKeys keys) {
            if (keys.bySource().stream().anyMatch(this::isSame) && mapping.source() == null) {
                return Optional.empty();
            }
            String given = mapping.source() == null ? "" : mapping.source().strip();
            for (SharedKeys.Shared one : keys.bySource()) {
                boolean named = one.name().equalsIgnoreCase(given);
                boolean open = given.isEmpty() ? isOpen(one) : named && !isDays() && !isSame(one);
                if (open) {
                    return Optional.of(new ImportQuestion(
                            ImportQuestion.Kind.SOURCE,
                            one.name(),
                            one.example(),
                            List.of(one.name(), fresh(FileStem.of(fileName)))));
                }
            }
            return Optional.empty();
        }

        private boolean isDays() {
            return target.has("day");
        }

        private boolean isSame(SharedKeys.Shared one) {
            return isDays() ? 2 * one.agree() >= one.keys() : 10 * one.agree() > 9 * one.keys();
        }

        private boolean isOpen(SharedKeys.Shared one) {
            boolean mixed = 10 * one.agree() > one.keys() || 2 * one.samePerson() > one.keys();
            return isDays() ? isAlike(one.name(), Optional.empty()) : mixed;
        }

        /** Whether the source's last import read the same columns, and had the same name but for its numbers. */
        private boolean isAlike(String source, Optional<String> stem) {
            return handle.select("""
                            select j.mapping::text, j.file_name from import_job j join source s on s.id = coalesce(j.source_id, 1)
                            where s.key = lower(normalize(btrim(?))) and j.mapping ->> 'target' = ? and j.state = 'done'
                            order by j.id desc limit 1
                            """, source, target.key())
                    .map((row, context) -> {
                        String before = FileStem.of(row.getString(2));
                        return columns(MappingJson.mapping(row.getString(1))).equals(columns(mapping))
                                && stem.orElse(before).equals(before);
                    })
                    .findOne()
                    .orElse(false);
        }

        private static Set<String> columns(Mapping mapping) {
            Set<String> columns = new LinkedHashSet<>();
            mapping.fields().values().forEach(binding -> columns.addAll(binding.columns()));
            return columns;
        }

        /** A name that no source has yet. */
        private String fresh(String stem) {
            String name = stem;
            for (int i = 2; Sources.named(handle, name).isPresent(); i++) {
                name = stem + " " + i;
            }
            return name;
        }
    }
}
