package dev.rapport.ingest.row;

import dev.rapport.ingest.file.Sample;
import java.util.ArrayList;
import java.util.List;

/** Finds what has to be answered before an import starts. */
public final class Questions {
    private Questions() {}

    /** Finds questions of one kind, answered or not. */
    interface Asker {
        List<Question> ask(Target target, Mapping mapping, Sample sample, Rates rates);
    }

    private static final List<Asker> ASKERS = List.of(
            (target, mapping, sample, rates) -> FormQuestions.all(target, mapping, sample),
            (target, mapping, sample, rates) -> TicketStates.ask(target, mapping, sample),
            (target, mapping, sample, rates) -> Unclear.words(target, mapping, sample),
            (target, mapping, sample, rates) -> Unclear.amounts(target, mapping, sample),
            (target, mapping, sample, rates) -> Unclear.totals(target, mapping, sample),
            (target, mapping, sample, rates) -> ScaleQuestions.ask(target, mapping, sample),
            Unclear::currencies);

    /** All questions, those that the mapping answers too: an answer can be changed as long as nothing has started. */
    public static List<Question> all(Target target, Mapping mapping, Sample sample, Rates rates) {
        List<Question> questions = new ArrayList<>();
        ASKERS.forEach(asker -> questions.addAll(asker.ask(target, mapping, sample, rates)));
        return questions;
    }

    /** Those that the mapping does not answer by one of their options. */
    public static List<Question> open(Target target, Mapping mapping, Sample sample, Rates rates) {
        return open(all(target, mapping, sample, rates), mapping);
    }

    public static List<Question> open(List<Question> questions, Mapping mapping) {
        return questions.stream()
                .filter(question -> !isAnswered(question, mapping))
                .toList();
    }

    private static boolean isAnswered(Question question, Mapping mapping) {
        return mapping.answer(question.kind(), question.about())
                .map(question.options()::contains)
                .orElse(question.isOffer());
    }
}
