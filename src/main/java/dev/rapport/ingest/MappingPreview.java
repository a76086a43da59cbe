package dev.rapport.ingest;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.MappedRow;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.mapping.RowMappers;
import dev.rapport.ingest.mapping.RowProblem;
import dev.rapport.ingest.mapping.SurveysOfFile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the first rows as they will be stored, with what is wrong with them. */
record MappingPreview(List<Head> heads, List<Line> lines) {
    private static final int ROWS = 20;
    private static final int LONGEST = 80;

    /** @param field key of a field, or a trait's name */
    record Head(String field, boolean trait) {}

    /** @param row which of the file's rows, counted from 1 */
    record Line(int row, String problem, List<Cell> cells) {}

    /** @param problem reason, empty when there is none */
    record Cell(String text, String problem) {}

    static MappingPreview of(
            FactType target, Mapping mapping, UploadSample sample, SurveysOfFile surveys, ExchangeRates rates) {
        boolean possible = MappingCheck.check(mapping, Optional.of(sample.header())).stream()
                .noneMatch(fault -> fault.wrong() == MappingCheck.Wrong.UNKNOWN_COLUMN
                        || fault.wrong() == MappingCheck.Wrong.UNKNOWN_ZONE);
        if (!possible) {
            return new MappingPreview(List.of(), List.of());
        }
        List<FactField> fields = target.mappable().stream()
                .filter(field -> mapping.binding(field.key()).isPresent() || field.required())
                .toList();
        List<Head> heads = new ArrayList<>();
        fields.forEach(field -> heads.add(new Head(field.key(), false)));
        mapping.traits().forEach(trait -> heads.add(new Head(trait.trait(), true)));
        RowMappers mapper = new RowMappers(
                target,
                MappingSuggestion.likely(mapping, sample),
                sample.header(),
                ZoneId.of(String.valueOf(mapping.zone())),
                surveys,
                rates);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sample.rows().size() && lines.size() < ROWS; i++) {
            int number = i + 1;
            mapper.map(sample.rows().get(i), number).stream()
                    .filter(row -> row.passedOver().isEmpty())
                    .forEach(row ->
                            lines.add(line(number, row, fields, mapping.traits().size())));
        }
        return new MappingPreview(heads, lines);
    }

    private static Line line(int number, MappedRow row, List<FactField> fields, int traits) {
        List<Cell> cells = new ArrayList<>();
        List<RowProblem> left = new ArrayList<>(row.problems());
        for (FactField field : fields) {
            Optional<RowProblem> problem = row.problems().stream()
                    .filter(one -> one.field().equals(field.key()))
                    .findFirst();
            problem.ifPresent(left::remove);
            String value = row.get(field.key());
            cells.add(problem.map(
                            wrong -> new Cell(cut(wrong.value()), wrong.reason().name()))
                    .orElseGet(() -> new Cell(value == null ? "" : cut(value), "")));
        }
        for (int i = 0; i < traits; i++) {
            String value = row.trait(i);
            cells.add(new Cell(value == null ? "" : cut(value), ""));
        }
        return new Line(number, left.isEmpty() ? "" : left.get(0).reason().name(), cells);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
