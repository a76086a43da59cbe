package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MappingCheck.Fault;
import dev.rapport.ingest.mapping.MappingCheck.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the columns that are called, or look like, dates and cannot be read as such. */
final class DateFaults {
    private static final int LONGEST_EXAMPLE = 40;

    private DateFaults() {}

    /** A missing date is a column of the file where one has its name. */
    static List<Fault> with(List<Fault> faults, Mapping mapping, UploadSample sample) {
        FactType target = FactTypes.named(mapping.target()).orElseThrow();
        List<Fault> named = new ArrayList<>();
        for (Fault fault : faults) {
            named.add(fault.wrong() == Wrong.FIELD_MISSING ? named(fault, target, mapping, sample) : fault);
        }
        ColumnEvidence evidence = ColumnEvidence.of(target, mapping, sample);
        for (String field : evidence.dateFields()) {
            Binding binding = mapping.fields().getOrDefault(field, Binding.column());
            evidence.dates(field)
                    .filter(votes -> votes.given() > 0 && binding.format() == null)
                    .filter(votes -> votes.guess().isEmpty())
                    .ifPresent(votes -> named.add(fault(FormQuestions.column(binding), votes.example())));
        }
        return named;
    }

    private static Fault named(Fault fault, FactType target, Mapping mapping, UploadSample sample) {
        FactField field = target.field(fault.what());
        if (!ColumnEvidence.isDate(field)) {
            return fault;
        }
        Optional<String> column = sample.header().names().stream()
                .filter(name -> field.synonyms().contains(FactField.simple(name)))
                .filter(name -> !MappingCheck.columns(mapping).contains(name))
                .filter(name -> !MappingSuggestion.texts(name, sample).isEmpty())
                .findFirst();
        return column.map(name -> votes(name, sample))
                .filter(votes -> votes.guess().isEmpty())
                .map(votes -> fault(column.get(), votes.example()))
                .orElse(fault);
    }

    private static DateVotes votes(String column, UploadSample sample) {
        DateVotes votes = new DateVotes();
        MappingSuggestion.texts(column, sample).forEach(votes::add);
        return votes;
    }

    private static Fault fault(String column, String example) {
        String cut = example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE) + "\u2026";
        return new Fault(Wrong.DATE_UNKNOWN, cut.isEmpty() ? column : column + " (" + cut + ")");
    }
}
