package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.PersonRule;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether a mapping makes sense before anything is read with it. */
public final class MappingCheck {
    private MappingCheck() {}

    /** What is wrong. */
    public enum Wrong {
        UNKNOWN_TARGET,
        UNKNOWN_FIELD,
        UNKNOWN_COLUMN,
        UNKNOWN_ZONE,
        FIELD_MISSING,
        PERSON_MISSING,
        BAD_CONSTANT,
        BAD_DECIMAL,
        BAD_TRAIT,
        /** What is to be put in place of an answer in words is no place on a scale. */
        BAD_WORD,
        /** A word for an answer has two places. */
        WORD_TWICE,
        TOO_MANY_WORDS,
        CLASS_UNREADABLE,
        /** A class has a score that is not on the survey's scale. */
        CLASS_OUTSIDE,
        /** A score stands in two classes. */
        CLASS_OVERLAP,
        /** A score stands in no class. */
        CLASS_GAP,
        CLASS_EMPTY,
        /** A column looks like dates, and none of the known ways of writing fits. */
        DATE_UNKNOWN;

        /** Whether it is wrong whatever else is still to be chosen. */
        public boolean isAboutValues() {
            return compareTo(BAD_WORD) >= 0;
        }
    }

    /** @param what the field, column or word it is about */
    public record Fault(Wrong wrong, String what) {}

    /** With what the file's cells say of the columns that serve as dates. */
    public static List<Fault> check(Mapping mapping, UploadSample sample) {
        List<Fault> faults = check(mapping, Optional.of(sample.header()));
        if (faults.stream().anyMatch(fault -> fault.wrong() == Wrong.UNKNOWN_TARGET)) {
            return faults;
        }
        // without its columns no row can be read
        List<Fault> all = new ArrayList<>(faults.isEmpty() ? AnswerFaults.ofClasses(mapping, sample) : faults);
        return DateFaults.with(all, mapping, sample);
    }

    public static List<Fault> check(Mapping mapping, Optional<TableHeader> header) {
        List<Fault> faults = new ArrayList<>();
        Optional<FactType> known = FactTypes.named(mapping.target());
        if (known.isEmpty()) {
            return List.of(new Fault(Wrong.UNKNOWN_TARGET, mapping.target()));
        }
        FactType target = known.get();
        ZoneId zone = ZoneId.of("UTC");
        try {
            zone = mapping.zone() == null ? zone : ZoneId.of(mapping.zone());
        } catch (DateTimeException e) {
            faults.add(new Fault(Wrong.UNKNOWN_ZONE, String.valueOf(mapping.zone())));
        }
        if (mapping.decimal() != null
                && !mapping.decimal().equals(".")
                && !mapping.decimal().equals(",")) {
            faults.add(new Fault(Wrong.BAD_DECIMAL, mapping.decimal()));
        }
        fields(mapping, target, zone, faults);
        faults.addAll(AnswerFaults.ofWords(target, mapping));
        for (TraitColumn trait : mapping.traits()) {
            String name = trait.trait();
            if (name == null || name.isBlank() || name.length() > 100 || name.startsWith("$")) {
                faults.add(new Fault(Wrong.BAD_TRAIT, String.valueOf(name)));
            }
        }
        header.ifPresent(names -> columns(mapping).stream()
                .filter(column -> names.position(column).isEmpty())
                .forEach(column -> faults.add(new Fault(Wrong.UNKNOWN_COLUMN, column))));
        return faults;
    }

    private static void fields(Mapping mapping, FactType target, ZoneId zone, List<Fault> faults) {
        for (var entry : mapping.fields().entrySet()) {
            if (!target.has(entry.getKey()) || target.field(entry.getKey()).derived() || entry.getValue() == null) {
                faults.add(new Fault(Wrong.UNKNOWN_FIELD, entry.getKey()));
                continue;
            }
            Binding binding = entry.getValue();
            String constant = binding.constant();
            if (binding.columns().isEmpty() && constant != null && !constant.isBlank()) {
                var read = new ValueReader(zone, DecimalStyle.POINT)
                        .read(target.field(entry.getKey()), constant.strip(), MomentFormat.YMD);
                if (read.reason().isPresent() || constant.indexOf('\0') >= 0) {
                    faults.add(new Fault(Wrong.BAD_CONSTANT, entry.getKey()));
                }
            }
        }
        for (FactField field : target.mappable()) {
            if (field.required() && mapping.binding(field.key()).isEmpty() && !isNamedByQuestions(field, mapping)) {
                faults.add(new Fault(Wrong.FIELD_MISSING, field.key()));
            }
        }
        boolean somebody = mapping.binding(FactType.CUSTOMER).isPresent()
                || mapping.binding(FactType.EMAIL).isPresent()
                || target.has("phone") && mapping.binding("phone").isPresent()
                || mapping.binding(FactType.ANONYMOUS).isPresent();
        if (target.person() == PersonRule.NEEDED && !somebody) {
            faults.add(new Fault(Wrong.PERSON_MISSING, target.key()));
        }
    }

    /** Several questions of one row are surveys of their own, called as their columns are. */
    private static boolean isNamedByQuestions(FactField field, Mapping mapping) {
        return field.key().equals("survey")
                && mapping.binding("score")
                        .filter(score -> score.columns().size() > 1)
                        .isPresent();
    }

    /** The columns of the file that nothing is taken from. */
    public static List<String> unused(Mapping mapping, TableHeader header) {
        Set<String> used = columns(mapping);
        return header.names().stream().filter(name -> !used.contains(name)).toList();
    }

    /** All columns it speaks of. */
    static Set<String> columns(Mapping mapping) {
        Set<String> columns = new LinkedHashSet<>();
        mapping.fields().values().forEach(binding -> columns.addAll(binding.columns()));
        mapping.traits().forEach(trait -> columns.add(String.valueOf(trait.column())));
        columns.addAll(mapping.properties());
        if (mapping.filter() != null) {
            columns.add(String.valueOf(mapping.filter().column()));
        }
        return columns;
    }
}
