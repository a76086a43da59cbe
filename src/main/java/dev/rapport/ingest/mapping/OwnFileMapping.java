package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.OwnFile;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.web.CsvStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what the columns of a file of ours mean. That is known: nothing of it is guessed by names and values. */
final class OwnFileMapping {
    /** How a download calls somebody who has no number; the number is one of that database's own. */
    private static final Pattern VISITOR = Pattern.compile("visitor \\d+");

    /** The name of the channel of what says none, as it is from the beginning. */
    private static final String NO_CHANNEL = "Unknown";

    private OwnFileMapping() {}

    static Optional<Mapping> of(FactType target, UploadSample sample, String zone) {
        return target.ownFile(sample.header().names()).map(file -> mapping(target, file, sample, zone));
    }

    private static Mapping mapping(FactType target, OwnFile file, UploadSample sample, String zone) {
        Map<String, Binding> fields = new LinkedHashMap<>();
        file.fields().forEach((field, column) -> fields.put(field, binding(target.field(field), column)));
        return new Mapping(
                target.key(),
                Mapping.Reading.of(sample.dialect()),
                zone,
                String.valueOf(style(sample).decimalSign()),
                List.of(),
                null,
                fields,
                List.of(),
                List.of(),
                null,
                null,
                Map.of());
    }

    private static Binding binding(FactField field, String column) {
        Binding binding = Binding.column(column);
        if (field.key().equals(FactType.CHANNEL)) {
            return binding.withValues(Map.of(NO_CHANNEL, ""));
        }
        FieldKind kind = field.kind();
        return kind == FieldKind.MOMENT || kind == FieldKind.DAY ? binding.withFormat(MomentFormat.YMD) : binding;
    }

    private static CsvStyle style(UploadSample sample) {
        return sample.dialect().delimiter() == CsvStyle.SEMICOLON.separator() ? CsvStyle.SEMICOLON : CsvStyle.COMMA;
    }

    /** Whoever has no number is nobody's customer by being brought in again. */
    static boolean isVisitor(String person) {
        return VISITOR.matcher(person).matches();
    }
}
