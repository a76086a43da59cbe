package dev.rapport.ingest.run;

import dev.rapport.db.JdbiSetup;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.store.StoredRates;
import dev.rapport.ingest.store.SurveyMerge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files brought in as a new user would: upload, take what is suggested, start. */
final class Suggested {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1L << 32, 200);

    final RealData data;

    Suggested(Path uploads) {
        data = new RealData(uploads, LocalDate.parse("2026-11-30"));
    }

    /** What the mapping step shows: the suggestion, what is wrong with it, what it asks. */
    record Step(Mapping mapping, List<MappingCheck.Fault> faults, List<ImportQuestion> open) {
        List<String> asked() {
            return open.stream().map(ImportQuestion::key).toList();
        }
    }

    Step look(byte[] file) {
        return step(sample(data.imports.keep(file)), Map.of());
    }

    Step look(String text) {
        return look(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with a mapping of the file. */
    List<MappingCheck.Fault> faults(String text, Mapping mapping) {
        return MappingCheck.check(mapping, sample(data.imports.keep(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Starts with what is suggested; fails when something is asked. */
    TestImports.Report bring(String fileName, String text) {
        return bring(fileName, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    TestImports.Report bring(String fileName, String text, Map<String, String> answers) {
        return bring(fileName, text.getBytes(StandardCharsets.UTF_8), answers);
    }

    TestImports.Report bring(String fileName, byte[] file, Map<String, String> answers) {
        Path kept = data.imports.keep(file);
        Step step = step(sample(kept), answers);
        if (!step.faults().isEmpty() || !step.open().isEmpty()) {
            throw new AssertionError("cannot start: " + step.faults() + " " + step.open());
        }
        int id = data.imports.queue(fileName, kept, MappingJson.text(step.mapping()));
        data.imports.run();
        data.refresh();
        return data.imports.report(id);
    }

    /** A metric's total, rounded; "no data" when it has none. */
    String value(String metric, String query, int decimals) {
        return data.ask(metric, query).figure().value().isPresent() ? data.value(metric, query, decimals) : "no data";
    }

    /** October 2026, the period of most cases. */
    String october(String metric, int decimals) {
        return value(metric, "from=2026-10-01&to=2026-10-31", decimals);
    }

    private Step step(UploadSample sample, Map<String, String> answers) {
        if (MappingSuggestion.claimed(sample).isEmpty()) {
            Mapping nothing = Mapping.of("", "UTC");
            return new Step(nothing, MappingCheck.check(nothing, Optional.of(sample.header())), List.of());
        }
        Mapping suggested = MappingSuggestion.mapping(MappingSuggestion.target(sample), sample, "UTC");
        Map<String, String> all = new LinkedHashMap<>(suggested.answers());
        all.putAll(answers);
        Mapping mapping = suggested.withAnswers(all);
        return new Step(
                mapping,
                MappingCheck.check(mapping, sample),
                ImportQuestions.beside(
                        ImportQuestions.open(FactTypes.named(mapping.target()).orElseThrow(), mapping, sample, rates()),
                        JdbiSetup.of(data.imports.database).withHandle(SurveyMerge::known)));
    }

    private ExchangeRates rates() {
        return JdbiSetup.of(data.imports.database).withHandle(StoredRates::read);
    }

    private static UploadSample sample(Path kept) {
        try {
            return UploadSample.of(kept, LIMITS, UploadSample.Wanted.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
