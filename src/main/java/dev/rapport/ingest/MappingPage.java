package dev.rapport.ingest;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.FigureColumns;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.run.FileCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the mapping step: what is chosen, what can be chosen, and what would be stored. */
record MappingPage(
        int id,
        String file,
        String refusal,
        String suggestedFrom,
        String saveAs,
        List<MappingChoice> targets,
        List<MappingFieldRow> fields,
        List<TraitRow> traits,
        List<MappingChoice> properties,
        List<MappingChoice> repeats,
        DialectChoices written,
        FilterRow filter,
        List<MappingCheck.Fault> faults,
        List<ImportQuestionRow> questions,
        List<SurveyMappingRow> surveys,
        List<String> figureColumns,
        List<String> unused,
        MappingPreview preview,
        SourceField source,
        Optional<FileCheckView> check) {
    private static final int EMPTY_TRAITS = 3;

    record TraitRow(List<MappingChoice> columns, String name, boolean dated, boolean group) {}

    record FilterRow(List<MappingChoice> columns, String values, boolean not) {}

    static MappingPage of(
            ImportJob job,
            FactType target,
            Mapping mapping,
            UploadSample sample,
            MappingPreview preview,
            SurveysOfFile surveys,
            List<SurveyMappingRow> counted,
            Asked asked,
            SourceField source,
            Optional<FileCheck> check) {
        List<ImportQuestion> questions = new ArrayList<>(
                ImportQuestions.beside(ImportQuestions.all(target, mapping, sample, asked.rates()), surveys));
        check.ifPresent(found -> questions.addAll(found.questions()));
        List<String> names = sample.header().names();
        return new MappingPage(
                job.id,
                job.fileName,
                "",
                asked.suggestedFrom(),
                asked.saveAs(),
                FactTypes.all().stream()
                        .map(one -> new MappingChoice(one.key(), one.key(), one == target))
                        .toList(),
                target.mappable().stream()
                        .map(field -> MappingFieldRow.of(field, mapping, sample))
                        .toList(),
                traits(mapping, names),
                target.has("properties") ? MappingChoice.of(names, mapping.properties()) : List.of(),
                repeats(target, mapping),
                DialectChoices.of(mapping, sample),
                filter(mapping, names),
                faults(mapping, sample, asked.check()),
                List.copyOf(questions.stream()
                        .map(question -> ImportQuestionRow.of(question, mapping, asked.words()))
                        .collect(Collectors.toMap(
                                ImportQuestionRow::name, row -> row, (first, again) -> first, LinkedHashMap::new))
                        .values()),
                counted,
                FigureColumns.unused(target, mapping, sample.header()),
                MappingCheck.unused(mapping, sample.header()),
                preview,
                source,
                check.map(FileCheckView::of));
    }

    /** Nothing in the file tells what its rows are: that has to be chosen before anything else. */
    static MappingPage unknown(ImportJob job, UploadSample sample, Asked asked) {
        Mapping nothing = Mapping.of("", asked.zone());
        return new MappingPage(
                job.id,
                job.fileName,
                "",
                "",
                asked.saveAs(),
                FactTypes.all().stream()
                        .map(one -> new MappingChoice(one.key(), one.key(), false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DialectChoices.of(nothing, sample),
                filter(nothing, sample.header().names()),
                asked.check() ? MappingCheck.check(nothing, Optional.of(sample.header())) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new MappingPreview(List.of(), List.of()),
                SourceField.NONE,
                Optional.empty());
    }

    /** @param check say what keeps the import from starting */
    record Asked(
            String suggestedFrom,
            String saveAs,
            boolean check,
            ExchangeRates rates,
            String zone,
            QuestionMessages words) {}

    /** When the file cannot be read as said: only how it is written can be changed. */
    static MappingPage unreadable(ImportJob job, Mapping.@Nullable Reading reading, String refusal) {
        String charset = reading == null ? "" : Objects.requireNonNullElse(reading.charset(), "");
        return new MappingPage(
                job.id,
                job.fileName,
                refusal,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DialectChoices.ofCharset(charset),
                new FilterRow(List.of(), "", false),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new MappingPreview(List.of(), List.of()),
                SourceField.NONE,
                Optional.empty());
    }

    /** What keeps it from starting; before that is asked for, only what is wrong with the file's own columns and answers. */
    private static List<MappingCheck.Fault> faults(Mapping mapping, UploadSample sample, boolean all) {
        return MappingCheck.check(mapping, sample).stream()
                .filter(fault -> all || fault.wrong().isAboutValues())
                .toList();
    }

    /** Whether it is known what the rows are. */
    public boolean isChosen() {
        return isReadable() && targets.stream().anyMatch(MappingChoice::chosen);
    }

    public boolean isReadable() {
        return refusal.isEmpty();
    }

    public String figureColumnNames() {
        return String.join(", ", figureColumns);
    }

    /** Whether nothing keeps the import from starting, as far as it was looked for. */
    boolean isReady() {
        return isReadable() && faults.isEmpty() && questions.stream().noneMatch(ImportQuestionRow::open);
    }

    public boolean isAsking() {
        return questions.stream().anyMatch(ImportQuestionRow::open);
    }

    private static List<TraitRow> traits(Mapping mapping, List<String> names) {
        List<TraitRow> rows = new ArrayList<>();
        for (TraitColumn trait : mapping.traits()) {
            rows.add(new TraitRow(
                    MappingChoice.of(names, List.of(trait.column())), trait.trait(), trait.dated(), trait.group()));
        }
        for (int i = 0; i < EMPTY_TRAITS; i++) {
            rows.add(new TraitRow(MappingChoice.of(names, List.of()), "", false, true));
        }
        return rows;
    }

    private static List<MappingChoice> repeats(FactType target, Mapping mapping) {
        List<MappingChoice> repeats = new ArrayList<>();
        KeyRepeat chosen = mapping.repeats(target);
        for (KeyRepeat repeat : KeyRepeat.values()) {
            repeats.add(new MappingChoice(repeat.name(), repeat.name(), repeat == chosen));
        }
        return repeats;
    }

    private static FilterRow filter(Mapping mapping, List<String> names) {
        var filter = mapping.filter();
        return filter == null
                ? new FilterRow(MappingChoice.of(names, List.of()), "", false)
                : new FilterRow(
                        MappingChoice.of(names, List.of(filter.column())),
                        String.join(" | ", filter.values()),
                        filter.not());
    }
}
