package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.web.NameKey;
import java.util.ArrayList;
import java.util.List;

/** Finds what has to be answered before an import starts. */
public final class ImportQuestions {
    private ImportQuestions() {}

    /** Finds questions of one kind, answered or not. */
    interface Asker {
        List<ImportQuestion> ask(FactType target, Mapping mapping, UploadSample sample, ExchangeRates rates);
    }

    private static final List<Asker> ASKERS = List.of(
            (target, mapping, sample, rates) -> FormQuestions.all(target, mapping, sample),
            (target, mapping, sample, rates) -> TicketStates.ask(target, mapping, sample),
            (target, mapping, sample, rates) -> MoneyQuestions.words(target, mapping, sample),
            (target, mapping, sample, rates) -> MoneyQuestions.amounts(target, mapping, sample),
            (target, mapping, sample, rates) -> MoneyQuestions.totals(target, mapping, sample),
            (target, mapping, sample, rates) -> ScaleQuestions.ask(target, mapping, sample),
            MoneyQuestions::currencies);

    /** All questions, those that the mapping answers too: an answer can be changed as long as nothing has started. */
    public static List<ImportQuestion> all(FactType target, Mapping mapping, UploadSample sample, ExchangeRates rates) {
        List<ImportQuestion> questions = new ArrayList<>();
        ASKERS.forEach(asker -> questions.addAll(asker.ask(target, mapping, sample, rates)));
        return questions;
    }

    /** Those that the mapping does not answer by one of their options. */
    public static List<ImportQuestion> open(
            FactType target, Mapping mapping, UploadSample sample, ExchangeRates rates) {
        return open(all(target, mapping, sample, rates), mapping);
    }

    /** Without those that the surveys there are answer: each keeps its scale. */
    public static List<ImportQuestion> beside(List<ImportQuestion> questions, SurveysOfFile surveys) {
        return questions.stream()
                .filter(question ->
                        question.kind() != ImportQuestion.Kind.SCALE || !surveys.isKnown(NameKey.of(question.about())))
                .toList();
    }

    public static List<ImportQuestion> open(List<ImportQuestion> questions, Mapping mapping) {
        return questions.stream()
                .filter(question -> !isAnswered(question, mapping))
                .toList();
    }

    private static boolean isAnswered(ImportQuestion question, Mapping mapping) {
        return mapping.answer(question.kind(), question.about())
                .map(question.options()::contains)
                .orElse(question.isOffer());
    }
}
