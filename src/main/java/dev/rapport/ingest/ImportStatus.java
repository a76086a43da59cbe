package dev.rapport.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.run.TooMany;
import dev.rapport.web.Reader;
import org.jspecify.annotations.Nullable;

/** Describes an import job as the API tells of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportStatus(
        int id,
        String state,
        String file,
        @Nullable String target,
        long bytes,
        long bytesRead,
        @JsonUnwrapped RowCounts counts,
        @Nullable String message,
        @Nullable String from,
        @Nullable String to,
        @Nullable String rejects,
        @Nullable String noted,
        @Nullable String replacements) {
    static ImportStatus of(ImportJob job, Reader reader) {
        return new ImportStatus(
                job.id,
                job.shownState(),
                job.fileName,
                job.target,
                job.fileSize,
                job.bytesRead,
                RowCounts.of(job),
                message(job, reader),
                job.firstDay == null ? null : job.firstDay.toString(),
                job.lastDay == null ? null : job.lastDay.toString(),
                job.rowsRejected > 0 ? "/api/imports/" + job.id + "/rejects.csv" : null,
                job.notes > 0 ? "/api/imports/" + job.id + "/notes.csv" : null,
                job.rowsReplaced > 0 ? "/api/imports/" + job.id + "/replaced.csv" : null);
    }

    private static String tooMany(TooMany many, ImportMessages words) {
        return many.trait().isEmpty()
                ? words.tooManyChannels(many.found(), many.most())
                : words.tooManyValues(many.trait(), many.found(), many.most());
    }

    static @Nullable String message(ImportJob job, Reader reader) {
        return job.message == null ? null : words(job.message, reader);
    }

    /** Of what is kept as reason and detail. */
    static String words(String kept, Reader reader) {
        String[] parts = kept.split("\\|", 2);
        String said = parts.length > 1 ? parts[1] : "";
        if (parts[0].equals(Refusal.QUESTIONS.name())) {
            said = ImportQuestion.named(said)
                    .map(question -> ImportQuestionRow.title(question, reader.words(QuestionMessages.class)))
                    .orElse(said);
        }
        if (parts[0].equals(Refusal.TOO_MANY_VALUES.name())) {
            said = TooMany.of(said)
                    .map(many -> tooMany(many, reader.words(ImportMessages.class)))
                    .orElse(said);
        }
        String detail = said.isBlank() ? "" : " (" + said + ")";
        return reader.words(ImportMessages.class).refusal(parts[0]) + detail;
    }
}
