package dev.rapport.query;

import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.ComposedMetric;
import dev.rapport.metric.FactMetric;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects the keys of what a reader must be told beside a figure: by its metric, its reader of facts, its parts and its numbers. */
final class AnswerNotes {
    private static final String NOT_BY_SEGMENT = "not_by_segment";

    private final ReadTransaction readTransaction;
    private final Function<Metric, FactReader> readers;

    private AnswerNotes(ReadTransaction readTransaction, Function<Metric, FactReader> readers) {
        this.readTransaction = readTransaction;
        this.readers = readers;
    }

    /** @param remarks what the numbers themselves want told */
    static List<String> of(
            Metric metric,
            Slice slice,
            ReadTransaction readTransaction,
            Function<Metric, FactReader> readers,
            Collection<String> remarks) {
        Set<String> notes = new LinkedHashSet<>(new AnswerNotes(readTransaction, readers).of(metric, slice));
        notes.addAll(remarks);
        return List.copyOf(notes);
    }

    private List<String> of(Metric metric, Slice slice) {
        List<String> notes =
                new ArrayList<>(metric.notes(slice, readTransaction.dimensions().items()));
        if (metric instanceof FactMetric) {
            notes.addAll(readers.apply(metric).notes(readTransaction, metric, slice));
        } else if (metric instanceof ComposedMetric composed) {
            for (ComposedMetric.Operand operand : composed.operands(slice)) {
                of(operand.metric(), slice).stream()
                        .filter(note -> !(operand.anybody() && note.equals(NOT_BY_SEGMENT)))
                        .forEach(notes::add);
            }
        }
        if (!metric.definition().knowsPeople()) {
            notes.add(NOT_BY_SEGMENT);
        }
        return notes;
    }
}
