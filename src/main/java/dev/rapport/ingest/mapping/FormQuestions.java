package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MomentFormat.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks which of several tables is read, and for the decimal sign and the order of day and month where the cells do not
 * tell. These are asked of columns whose own cells, and those of the others, leave them open.
 */
final class FormQuestions {
    private FormQuestions() {}

    static List<ImportQuestion> all(FactType target, Mapping mapping, UploadSample sample) {
        return Stream.of(
                        tables(sample),
                        decimals(target, mapping, sample),
                        dateOrders(target, mapping, sample),
                        unreadable(target, mapping, sample))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ImportQuestion> tables(UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        if (!sample.frame().tables().isEmpty()) {
            String shown = sample.frame().tables().get(0);
            questions.add(new ImportQuestion(
                    ImportQuestion.Kind.TABLE, "", shown, sample.frame().tables()));
        }
        if (sample.frame().otherTable()) {
            questions.add(ImportQuestion.confirm(
                    ImportQuestion.Kind.OTHER_TABLE,
                    "",
                    String.join(", ", sample.header().names().stream().limit(3).toList())));
        }
        return questions;
    }

    private static List<ImportQuestion> decimals(FactType target, Mapping mapping, UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        if (DecimalStyle.of(mapping.decimal()).isPresent()) {
            return questions;
        }
        ColumnEvidence evidence = ColumnEvidence.of(target, mapping, sample);
        for (String field : evidence.numberFields()) {
            Binding binding = mapping.fields().getOrDefault(field, Binding.column());
            ImportQuestion question = new ImportQuestion(
                    ImportQuestion.Kind.DECIMAL, column(binding), evidence.openExample(field), List.of(".", ","));
            boolean said = DecimalStyle.of(binding.decimal()).isPresent() && !isAnswered(question, mapping);
            if (evidence.isOpen(field) && evidence.style(field).isEmpty() && !said) {
                questions.add(question);
            }
        }
        return questions;
    }

    private static List<ImportQuestion> dateOrders(FactType target, Mapping mapping, UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        ColumnEvidence evidence = ColumnEvidence.of(target, mapping, sample);
        for (String field : evidence.dateFields()) {
            Binding binding = mapping.fields().getOrDefault(field, Binding.column());
            boolean ambiguous = evidence.dates(field)
                    .flatMap(DateVotes::guess)
                    .filter(Guess::ambiguous)
                    .isPresent();
            ImportQuestion question = new ImportQuestion(
                    ImportQuestion.Kind.DATE_ORDER,
                    column(binding),
                    evidence.dates(field).map(DateVotes::ambiguousExample).orElse(""),
                    List.of(MomentFormat.DMY.name(), MomentFormat.MDY.name()));
            boolean said = binding.format() != null && !isAnswered(question, mapping);
            if (ambiguous && !said && evidence.format(field, sample).isEmpty()) {
                questions.add(question);
            }
        }
        return questions;
    }

    /** Dates that look like some and are none would leave their rows out, or their months. */
    private static List<ImportQuestion> unreadable(FactType target, Mapping mapping, UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        ColumnEvidence evidence = ColumnEvidence.of(target, mapping, sample);
        for (String field : evidence.dateFields()) {
            evidence.dates(field)
                    .filter(votes -> votes.guess().isPresent() && votes.unknownWords() > 0)
                    .ifPresent(votes -> questions.add(ImportQuestion.confirm(
                            ImportQuestion.Kind.UNREADABLE_DATES,
                            column(mapping.fields().getOrDefault(field, Binding.column())),
                            votes.example() + " (" + votes.unknown() + " / " + votes.given() + ")")));
        }
        return questions;
    }

    static String column(Binding binding) {
        return String.join(" + ", binding.columns());
    }

    private static boolean isAnswered(ImportQuestion question, Mapping mapping) {
        return mapping.answer(question.kind(), question.about()).isPresent();
    }

    /** What was answered of a column's sign. */
    static Optional<String> decimal(Binding binding, Mapping mapping) {
        return mapping.answer(ImportQuestion.Kind.DECIMAL, column(binding))
                .filter(answer -> DecimalStyle.of(answer).isPresent());
    }

    /** What was answered of a column's order of day and month. */
    static Optional<MomentFormat> order(Binding binding, Mapping mapping) {
        return mapping.answer(ImportQuestion.Kind.DATE_ORDER, column(binding))
                .flatMap(answer -> answer.equals("DMY")
                        ? Optional.of(MomentFormat.DMY)
                        : answer.equals("MDY") ? Optional.of(MomentFormat.MDY) : Optional.empty());
    }
}
