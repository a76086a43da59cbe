package dev.rapport.ingest;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.FigureColumns;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.mapping.MomentFormat;
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
        List<Choice> targets,
        List<FieldRow> fields,
        List<TraitRow> traits,
        List<Choice> properties,
        List<Choice> repeats,
        Written written,
        FilterRow filter,
        List<MappingCheck.Fault> faults,
        List<ImportQuestionRow> questions,
        List<String> figureColumns,
        List<String> unused,
        MappingPreview preview,
        SourceField source,
        Optional<FileCheckView> check) {
    private static final int EMPTY_TRAITS = 3;

    /** Something that can be chosen. */
    record Choice(String value, String label, boolean chosen) {}

    /** @param columns of each column bound; dates and keys may be put together from several, so there is one more to fill */
    record FieldRow(
            String key,
            boolean required,
            List<List<Choice>> columns,
            String constant,
            String values,
            List<Choice> formats,
            boolean ambiguous) {
        public boolean isDate() {
            return !formats.isEmpty();
        }

        /** Neither in the file nor needed. */
        public boolean isOff() {
            return !required
                    && constant.isBlank()
                    && columns.stream().flatMap(List::stream).noneMatch(Choice::chosen);
        }
    }

    record TraitRow(List<Choice> columns, String name, boolean dated, boolean group) {}

    record FilterRow(List<Choice> columns, String values, boolean not) {}

    record Written(
            List<Choice> charsets,
            List<Choice> delimiters,
            List<Choice> quotes,
            boolean header,
            String decimal,
            String zone,
            String nullWords) {
        private static final int MOST_LINES = 6;

        /** Lines to show: one for each word, and one to fill. */
        public long nothings() {
            return Math.min(MOST_LINES, nullWords.lines().count() + 1);
        }
    }

    static MappingPage of(
            ImportJob job,
            FactType target,
            Mapping mapping,
            UploadSample sample,
            MappingPreview preview,
            Asked asked,
            SourceField source,
            Optional<FileCheck> check) {
        List<ImportQuestion> questions = new ArrayList<>(ImportQuestions.all(target, mapping, sample, asked.rates()));
        check.ifPresent(found -> questions.addAll(found.questions()));
        List<String> names = sample.header().names();
        return new MappingPage(
                job.id,
                job.fileName,
                "",
                asked.suggestedFrom(),
                asked.saveAs(),
                FactTypes.all().stream()
                        .map(one -> new Choice(one.key(), one.key(), one == target))
                        .toList(),
                target.mappable().stream()
                        .map(field -> row(field, mapping, sample))
                        .toList(),
                traits(mapping, names),
                target.has("properties") ? choices(names, mapping.properties()) : List.of(),
                repeats(target, mapping),
                written(mapping, sample),
                filter(mapping, names),
                faults(mapping, sample, asked.check()),
                List.copyOf(questions.stream()
                        .map(question -> ImportQuestionRow.of(question, mapping, asked.words()))
                        .collect(Collectors.toMap(
                                ImportQuestionRow::name, row -> row, (first, again) -> first, LinkedHashMap::new))
                        .values()),
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
                        .map(one -> new Choice(one.key(), one.key(), false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                written(nothing, sample),
                filter(nothing, sample.header().names()),
                asked.check() ? MappingCheck.check(nothing, Optional.of(sample.header())) : List.of(),
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
                new Written(charsets(charset), List.of(), List.of(), true, "", "", ""),
                new FilterRow(List.of(), "", false),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new MappingPreview(List.of(), List.of()),
                SourceField.NONE,
                Optional.empty());
    }

    /** What keeps it from starting; before that is asked for, only what is wrong with the file's own columns. */
    private static List<MappingCheck.Fault> faults(Mapping mapping, UploadSample sample, boolean all) {
        return MappingCheck.check(mapping, sample).stream()
                .filter(fault -> all || fault.wrong() == MappingCheck.Wrong.DATE_UNKNOWN)
                .toList();
    }

    /** Whether it is known what the rows are. */
    public boolean isChosen() {
        return isReadable() && targets.stream().anyMatch(Choice::chosen);
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

    private static FieldRow row(FactField field, Mapping mapping, UploadSample sample) {
        Binding binding = mapping.fields().getOrDefault(field.key(), Binding.column());
        boolean dated = field.kind() == FieldKind.MOMENT || field.kind() == FieldKind.DAY;
        List<Choice> formats = new ArrayList<>();
        if (dated && !binding.columns().isEmpty()) {
            for (MomentFormat format : MomentFormat.values()) {
                formats.add(new Choice(format.name(), format.name(), format == binding.format()));
            }
        }
        boolean ambiguous = dated
                && !binding.columns().isEmpty()
                && binding.format() == null
                && MappingSuggestion.guess(field.key(), mapping, sample)
                        .filter(MomentFormat.Guess::ambiguous)
                        .isPresent();
        return new FieldRow(
                field.key(),
                field.required(),
                selects(
                        sample.header().names(),
                        binding.columns(),
                        dated || field.key().equals(FactType.KEY) || field.key().equals("score")),
                Objects.requireNonNullElse(binding.constant(), ""),
                MappingForm.text(binding.values()),
                formats,
                ambiguous);
    }

    private static List<List<Choice>> selects(List<String> names, List<String> bound, boolean several) {
        List<List<Choice>> selects = new ArrayList<>();
        bound.forEach(column -> selects.add(choices(names, List.of(column))));
        if (bound.isEmpty() || several) {
            selects.add(choices(names, List.of()));
        }
        return selects;
    }

    private static List<TraitRow> traits(Mapping mapping, List<String> names) {
        List<TraitRow> rows = new ArrayList<>();
        for (TraitColumn trait : mapping.traits()) {
            rows.add(
                    new TraitRow(choices(names, List.of(trait.column())), trait.trait(), trait.dated(), trait.group()));
        }
        for (int i = 0; i < EMPTY_TRAITS; i++) {
            rows.add(new TraitRow(choices(names, List.of()), "", false, true));
        }
        return rows;
    }

    private static List<Choice> repeats(FactType target, Mapping mapping) {
        List<Choice> repeats = new ArrayList<>();
        KeyRepeat chosen = mapping.repeats(target);
        for (KeyRepeat repeat : KeyRepeat.values()) {
            repeats.add(new Choice(repeat.name(), repeat.name(), repeat == chosen));
        }
        return repeats;
    }

    private static Written written(Mapping mapping, UploadSample sample) {
        char delimiter = sample.dialect().delimiter();
        char quote = sample.dialect().quote();
        List<Choice> delimiters = new ArrayList<>();
        for (String one : new String[] {",", ";", "|", "tab"}) {
            delimiters.add(new Choice(one, one, one.equals(delimiter == '\t' ? "tab" : String.valueOf(delimiter))));
        }
        List<Choice> quotes = new ArrayList<>();
        for (String one : new String[] {"\"", "'", "none"}) {
            quotes.add(new Choice(one, one, one.equals(quote == 0 ? "none" : String.valueOf(quote))));
        }
        return new Written(
                charsets(sample.dialect().charset().name()),
                delimiters,
                quotes,
                sample.dialect().header(),
                Objects.requireNonNullElse(mapping.decimal(), ""),
                Objects.requireNonNullElse(mapping.zone(), ""),
                String.join("\n", mapping.nullWords()));
    }

    private static List<Choice> charsets(String chosen) {
        List<String> known = new ArrayList<>(List.of(
                "UTF-8",
                "windows-1252",
                "ISO-8859-15",
                "windows-1250",
                "windows-1251",
                "windows-1253",
                "windows-1254",
                "UTF-16LE",
                "UTF-16BE",
                "Shift_JIS",
                "GB18030",
                "Big5",
                "EUC-KR"));
        if (!chosen.isEmpty() && !known.contains(chosen)) {
            known.add(chosen);
        }
        return choices(known, List.of(chosen));
    }

    private static FilterRow filter(Mapping mapping, List<String> names) {
        var filter = mapping.filter();
        return filter == null
                ? new FilterRow(choices(names, List.of()), "", false)
                : new FilterRow(
                        choices(names, List.of(filter.column())), String.join(" | ", filter.values()), filter.not());
    }

    private static List<Choice> choices(List<String> names, List<String> chosen) {
        return names.stream()
                .map(name -> new Choice(name, name, chosen.contains(name)))
                .toList();
    }
}
