package dev.rapport.ingest;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.mapping.MomentFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows a field of the mapping step.
 *
 * @param columns of each column bound; dates and keys may be put together from several, so there is one more to
 *     fill
 */
record MappingFieldRow(
        String key,
        boolean required,
        List<List<MappingChoice>> columns,
        String constant,
        String values,
        List<MappingChoice> formats,
        boolean ambiguous) {
    public boolean isDate() {
        return !formats.isEmpty();
    }

    /** Neither in the file nor needed. */
    public boolean isOff() {
        return !required
                && constant.isBlank()
                && columns.stream().flatMap(List::stream).noneMatch(MappingChoice::chosen);
    }

    static MappingFieldRow of(FactField field, Mapping mapping, UploadSample sample) {
        Binding binding = mapping.fields().getOrDefault(field.key(), Binding.column());
        boolean dated = field.kind() == FieldKind.MOMENT || field.kind() == FieldKind.DAY;
        List<MappingChoice> formats = new ArrayList<>();
        if (dated && !binding.columns().isEmpty()) {
            for (MomentFormat format : MomentFormat.values()) {
                formats.add(new MappingChoice(format.name(), format.name(), format == binding.format()));
            }
        }
        boolean ambiguous = dated
                && !binding.columns().isEmpty()
                && binding.format() == null
                && MappingSuggestion.guess(field.key(), mapping, sample)
                        .filter(MomentFormat.Guess::ambiguous)
                        .isPresent();
        return new MappingFieldRow(
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

    private static List<List<MappingChoice>> selects(List<String> names, List<String> bound, boolean several) {
        List<List<MappingChoice>> selects = new ArrayList<>();
        bound.forEach(column -> selects.add(MappingChoice.of(names, List.of(column))));
        if (bound.isEmpty() || several) {
            selects.add(MappingChoice.of(names, List.of()));
        }
        return selects;
    }
}
