package dev.rapport.ingest.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.ValueRemarks.Remark;
import dev.rapport.ingest.store.ImportCounts;
import dev.rapport.ingest.store.ImportMerge.Classified;
import dev.rapport.ingest.store.SourceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what would become of all rows of a file, and what has to be asked about them.
 *
 * @param source where they come from; empty where rows have no source
 * @param questions answered or not
 */
public record FileCheck(
        long read,
        long rejected,
        long leftOut,
        long notes,
        long passed,
        ImportCounts counts,
        String source,
        List<ImportQuestion> questions) {
    /** Of so many rows one may be odd before it is asked about. */
    private static final int ONE_OF = 20;

    /** No list of reasons to choose from is as long: whoever gives more gives comments. */
    private static final int MOST_REASONS = 500;

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** As it was kept with a job. */
    public static FileCheck read(String json) {
        try {
            return JSON.readValue(json, FileCheck.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileCheck of(ImportProgress progress, Classified classified, List<Remark> remarks) {
        return new FileCheck(
                progress.rows(),
                progress.rejected(),
                progress.leftOut(),
                progress.notes(),
                progress.passed(),
                classified.counts(),
                classified.source().map(SourceChoice::name).orElse(""),
                questions(progress, classified, remarks));
    }

    /** Those that the mapping does not answer. */
    public List<ImportQuestion> open(Mapping mapping) {
        return ImportQuestions.open(questions, mapping);
    }

    private static List<ImportQuestion> questions(
            ImportProgress progress, Classified classified, List<Remark> remarks) {
        List<ImportQuestion> questions = new ArrayList<>();
        ImportCounts counts = classified.counts();
        long rows = progress.rows();
        // those for want of a rate are asked about by themselves
        long without = remarks.stream()
                .filter(remark -> remark.kind() == ImportQuestion.Kind.CURRENCY)
                .mapToLong(Remark::count)
                .sum();
        if (many(progress.rejected() - without, rows)) {
            questions.add(
                    ImportQuestion.confirm(ImportQuestion.Kind.MANY_REJECTED, "", share(progress.rejected(), rows)));
        }
        if (!classified.oneKey().isEmpty()) {
            questions.add(ImportQuestion.confirm(ImportQuestion.Kind.SAME_KEY, "", classified.oneKey()));
        } else if (many(counts.repeated(), rows)) {
            questions.add(
                    ImportQuestion.confirm(ImportQuestion.Kind.MANY_REPLACED, "", share(counts.repeated(), rows)));
        }
        if (many(counts.kept(), rows)) {
            questions.add(ImportQuestion.confirm(ImportQuestion.Kind.MANY_KEPT, "", share(counts.kept(), rows)));
        }
        classified.source().ifPresent(source -> ofSource(source, questions));
        if (classified.changed() > 0) {
            questions.add(ImportQuestion.confirm(ImportQuestion.Kind.NO_KEY, "", String.valueOf(classified.changed())));
        }
        if (classified.reasons() > MOST_REASONS) {
            questions.add(
                    ImportQuestion.confirm(ImportQuestion.Kind.MANY_REASONS, "", String.valueOf(classified.reasons())));
        }
        classified
                .total()
                .ifPresent(total -> questions.add(ImportQuestion.confirm(ImportQuestion.Kind.TOTAL_ROW, "", total)));
        questions.addAll(ChannelQuestions.of(classified.channels()));
        remarks.stream().filter(FileCheck::isAsked).map(FileCheck::question).forEach(questions::add);
        return questions;
    }

    private static void ofSource(SourceChoice source, List<ImportQuestion> questions) {
        source.question().ifPresent(questions::add);
        if (many(source.elsewhere(), source.looked())) {
            questions.add(ImportQuestion.confirm(
                    ImportQuestion.Kind.OTHER_SOURCE_REPLACED, source.elsewhereName(), source.example()));
        }
    }

    /** A file that is old as a whole, or tells of what is planned, is no slip: only a lone date is. */
    private static boolean isAsked(Remark remark) {
        return remark.kind() != ImportQuestion.Kind.FAR_DATE
                || !many(remark.count(), remark.seen())
                || remark.count() == 1;
    }

    private static ImportQuestion question(Remark remark) {
        if (remark.kind() == ImportQuestion.Kind.CURRENCY) {
            return ImportQuestion.ofCurrency(remark.column(), remark.line() + ": " + remark.example());
        }
        return ImportQuestion.confirm(remark.kind(), remark.column(), remark.line() + ": " + remark.example());
    }

    private static boolean many(long part, long whole) {
        return part * ONE_OF > whole;
    }

    private static String share(long part, long whole) {
        return part + " / " + whole;
    }

    Optional<String> firstOpen(Mapping mapping) {
        return open(mapping).stream().map(ImportQuestion::key).findFirst();
    }
}
