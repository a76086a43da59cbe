package dev.rapport.ingest.row;

import dev.rapport.ingest.file.Sample;
import java.util.ArrayList;
import java.util.List;

/** Finds what has to be answered before an import starts. */
public final class Questions {
    private Questions() {}

    /** Finds questions of one kind, answered or not. */
    interface Asker {
        List<Question> ask(Target target, Mapping mapping, Sample sample);
    }

    private static final List<Asker> ASKERS = List.of(TicketStates::ask);

    /** All questions, those that the mapping answers too: an answer can be changed as long as nothing has started. */
    public static List<Question> all(Target target, Mapping mapping, Sample sample) {
        List<Question> questions = new ArrayList<>();
        ASKERS.forEach(asker -> questions.addAll(asker.ask(target, mapping, sample)));
        return questions;
    }

    /** Those that the mapping does not answer by one of their options. */
    public static List<Question> open(Target target, Mapping mapping, Sample sample) {
        return open(all(target, mapping, sample), mapping);
    }

    public static List<Question> open(List<Question> questions, Mapping mapping) {
        return questions.stream()
                .filter(question -> mapping.answer(question.kind(), question.about())
                        .filter(question.options()::contains)
                        .isEmpty())
                .toList();
    }
}
