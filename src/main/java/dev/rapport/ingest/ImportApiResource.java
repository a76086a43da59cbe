package dev.rapport.ingest;

import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.store.StoredRates;
import dev.rapport.ingest.store.SurveyMerge;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.PersonsRows;
import dev.rapport.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answers the imports of programs. {@code POST /api/imports?mapping=NAME&filename=orders.csv} with the file as body, or
 * as form with the parts {@code file} and {@code mapping}; a mapping is a saved one's name or JSON.
 */
@Path("/api/imports")
@RolesAllowed(Role.INGEST)
@Produces(MediaType.APPLICATION_JSON)
public class ImportApiResource {
    private final Imports intake;
    private final Reader reader;
    private final Jdbi jdbi;

    ImportApiResource(Imports intake, Reader reader, Jdbi jdbi) {
        this.intake = intake;
        this.reader = reader;
        this.jdbi = jdbi;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response form(@RestForm @Nullable FileUpload file, @RestForm @Nullable String mapping) throws IOException {
        if (file == null) {
            return nonsense("file", words().apiFileMissing());
        }
        try {
            Mapping by = mapping(mapping);
            return start(intake.folder().adopt(file.uploadedFile()), file.fileName(), by, mapping);
        } catch (NonsenseException e) {
            return nonsense(e.field, e.getMessage());
        } catch (RefusedException e) {
            return refused(e);
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response body(
            InputStream body,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("filename") @DefaultValue("upload.csv") String filename,
            @HeaderParam("Content-Length") @DefaultValue("0") long length)
            throws IOException {
        try {
            Mapping by = mapping(mapping);
            return start(intake.folder().receive(body, length), filename, by, mapping);
        } catch (NonsenseException e) {
            return nonsense(e.field, e.getMessage());
        } catch (RefusedException e) {
            return refused(e);
        }
    }

    private Response start(UploadFolder.Received file, String filename, Mapping by, @Nullable String given)
            throws IOException {
        ImportJob job = intake.take(file, filename);
        try {
            UploadSample sample = intake.sample(job, Optional.of(by));
            Mapping complete = MappingSuggestion.complete(by, sample, intake.reportingZone());
            List<MappingCheck.Fault> faults = MappingCheck.check(complete, sample);
            if (!faults.isEmpty()) {
                intake.cancel(job);
                return nonsense(
                        "mapping",
                        reader.words(MappingMessages.class)
                                        .wrong(faults.get(0).wrong().name()) + ": "
                                + faults.get(0).what());
            }
            List<ImportQuestion> open = ImportQuestions.beside(
                    ImportQuestions.open(
                            FactTypes.named(complete.target()).orElseThrow(),
                            complete,
                            sample,
                            jdbi.withHandle(StoredRates::read)),
                    jdbi.withHandle(SurveyMerge::known));
            if (!open.isEmpty()) {
                intake.cancel(job);
                return asked(open);
            }
            List<ImportQuestion> found = intake.check(job, complete, sample)
                    .map(check -> check.open(complete))
                    .orElse(List.of());
            if (!found.isEmpty()) {
                intake.cancel(job);
                return asked(found);
            }
            boolean named = given != null && !given.strip().startsWith("{");
            intake.start(job.id, complete, named ? Optional.of(String.valueOf(given)) : Optional.empty());
        } catch (RefusedException e) {
            intake.cancel(job);
            throw e;
        }
        return Response.accepted(current(job.id))
                .location(URI.create("/api/imports/" + job.id))
                .build();
    }

    @GET
    @Path("{id}")
    public ImportStatus status(@PathParam("id") int id) {
        return current(id);
    }

    @GET
    @Path(ImportListCsv.PATH)
    @Produces(CsvFile.TYPE)
    @PersonsRows
    public Response csv(@PathParam("id") int id, @PathParam("list") String list) {
        current(id);
        return ImportListCsv.response(jdbi, reader.locale(), id, list);
    }

    private ImportStatus current(int id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.withId(id).map(job -> ImportStatus.of(job, reader)))
                .orElseThrow(NotFoundException::new);
    }

    private Mapping mapping(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new NonsenseException("mapping", words().apiMappingMissing());
        }
        if (given.strip().startsWith("{")) {
            return MappingJson.sent(given)
                    .orElseThrow(() -> new NonsenseException(
                            "mapping", words().apiMappingUnclear() + place(MappingJson.unclear(given))));
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> SavedMapping.named(given.strip()).map(SavedMapping::mapping))
                .orElseThrow(() -> new NonsenseException("mapping", words().apiMappingUnknown()));
    }

    private static String place(String path) {
        return path.isEmpty() ? "" : " (" + path + ")";
    }

    private ImportMessages words() {
        return reader.words(ImportMessages.class);
    }

    private Response refused(RefusedException e) {
        int status = e.refusal() == Refusal.TOO_BIG ? 413 : e.refusal() == Refusal.NO_SPACE ? 507 : 400;
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("field", "file", "error", ImportStatus.words(e.asText(), reader)))
                .build();
    }

    /** Nothing was kept: the same file with {@code answers} in its mapping is taken. */
    private Response asked(List<ImportQuestion> open) {
        return Response.status(422)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of(
                        "field",
                        "mapping",
                        "error",
                        words().refusal(Refusal.QUESTIONS.name()),
                        "questions",
                        open.stream()
                                .map(question -> AskedQuestion.of(question, reader.words(QuestionMessages.class)))
                                .toList()))
                .build();
    }

    /** @param question the key of its answer in the mapping's {@code answers} */
    public record AskedQuestion(String question, String text, String example, List<String> options) {
        static AskedQuestion of(ImportQuestion question, QuestionMessages words) {
            return new AskedQuestion(
                    question.key(), ImportQuestionRow.title(question, words), question.example(), question.options());
        }
    }

    private static Response nonsense(String field, @Nullable String message) {
        return Response.status(400)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("field", field, "error", String.valueOf(message)))
                .build();
    }

    /** What was sent makes no sense; nothing was kept. */
    private static final class NonsenseException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        NonsenseException(String field, String message) {
            super(message);
            this.field = field;
        }
    }
}
