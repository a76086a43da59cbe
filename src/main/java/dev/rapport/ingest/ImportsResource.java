package dev.rapport.ingest;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.run.FileCheck;
import dev.rapport.ingest.run.ImportState;
import dev.rapport.ingest.store.StoredRates;
import dev.rapport.ingest.store.SurveyMerge;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Flash;
import dev.rapport.web.Htmx;
import dev.rapport.web.PersonsRows;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Answers the imports of people: upload, mapping with preview, progress, report, undo. */
@Path("/imports")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ImportsResource {
    private static final int SHOWN = 200;
    private static final String YES = "yes";
    private static final int UNPROCESSABLE = 422;
    private static final int NO_SPACE = 507;

    private final Imports intake;
    private final ImportConfig config;
    private final Reader reader;
    private final Jdbi jdbi;
    private final Htmx htmx;
    private final Flash flash;

    ImportsResource(Imports intake, ImportConfig config, Reader reader, Jdbi jdbi, Htmx htmx, Flash flash) {
        this.intake = intake;
        this.config = config;
        this.reader = reader;
        this.jdbi = jdbi;
        this.htmx = htmx;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "ingest")
    static class Templates {
        static native TemplateInstance imports(ImportsPage page);

        static native TemplateInstance mapping(MappingPage page);

        static native TemplateInstance mapping$step(MappingPage page);

        static native TemplateInstance job(ImportPage page);

        static native TemplateInstance job$state(ImportPage page);
    }

    @GET
    public TemplateInstance list() {
        return Templates.imports(listed(""));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm @Nullable FileUpload file) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            return unprocessable(Templates.imports(listed(words().choose())));
        }
        try {
            ImportJob job = intake.take(intake.folder().adopt(file.uploadedFile()), file.fileName());
            return Response.seeOther(URI.create("/imports/" + job.id)).build();
        } catch (RefusedException e) {
            int status = e.refusal() == Refusal.NO_SPACE ? NO_SPACE : UNPROCESSABLE;
            return Response.status(status)
                    .entity(Templates.imports(listed(ImportStatus.words(e.asText(), reader))))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") int id) throws IOException {
        ImportJob job = job(id);
        if (job.state == ImportState.UPLOADED) {
            return Templates.mapping(step(job, job.mapped(), false, ""));
        }
        ImportPage page = page(job, false);
        return htmx.choose(() -> Templates.job(page), () -> Templates.job$state(page));
    }

    /** A failed import whose file is still there can be mapped again. */
    @GET
    @Path("{id}/mapping")
    public TemplateInstance mapping(@PathParam("id") int id) throws IOException {
        ImportJob job = waiting(id);
        return Templates.mapping(step(job, job.mapped(), false, ""));
    }

    @POST
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response map(@PathParam("id") int id, MultivaluedMap<String, String> values) throws IOException {
        ImportJob job = waiting(id);
        MappingForm form = new MappingForm(values);
        Optional<FactType> target = form.one("target").flatMap(FactTypes::named);
        boolean sameTarget = form.one("former").equals(form.one("target"));
        Optional<Mapping> mapping = target.filter(chosen -> sameTarget)
                .map(form::mapping)
                .or(() -> target.map(chosen -> blank(chosen, form)));
        boolean start = form.one("action").filter("start"::equals).isPresent();
        MappingPage page = step(job, mapping, start, form.one("save").orElse(""));
        if (!start || mapping.isEmpty() || !page.isReady()) {
            var answer = htmx.choose(() -> Templates.mapping(page), () -> Templates.mapping$step(page));
            return start ? unprocessable(answer) : Response.ok(answer).build();
        }
        UploadSample sample = intake.sample(job, mapping);
        Mapping complete = MappingSuggestion.complete(mapping.orElseThrow(), sample, intake.reportingZone());
        intake.keep(form.one("save"), complete, sample);
        intake.start(id, complete, form.one("save"));
        return Response.seeOther(URI.create("/imports/" + id)).build();
    }

    @POST
    @Path("{id}/cancellation")
    public Response cancel(@PathParam("id") int id) {
        if (intake.cancel(job(id))) {
            flash.say(words().cancelled());
        }
        return Response.seeOther(URI.create("/imports/" + id)).build();
    }

    @POST
    @Path("{id}/undoing")
    public Response undo(@PathParam("id") int id, @FormParam("sure") @Nullable String sure) {
        ImportJob job = job(id);
        if (job.state != ImportState.DONE) {
            throw new NotFoundException();
        }
        if (!YES.equals(sure)) {
            return unprocessable(Templates.job(page(job, true)));
        }
        if (!intake.undo(id)) {
            throw new NotFoundException();
        }
        flash.say(words().undone());
        return Response.seeOther(URI.create("/imports/" + id)).build();
    }

    @GET
    @Path(ImportListCsv.PATH)
    @Produces(CsvFile.TYPE)
    @PersonsRows
    public Response csv(@PathParam("id") int id, @PathParam("list") String list) {
        job(id);
        return ImportListCsv.response(jdbi, reader.locale(), id, list);
    }

    private MappingPage step(ImportJob job, Optional<Mapping> given, boolean check, String saveAs) throws IOException {
        try {
            UploadSample sample = intake.sample(job, given);
            Optional<SavedMapping> saved = given.isPresent() ? Optional.empty() : intake.saved(sample);
            String zone = intake.reportingZone();
            boolean open = given.isPresent() && given.get().fields().isEmpty();
            boolean unknown = given.isEmpty()
                    && saved.isEmpty()
                    && MappingSuggestion.claimed(sample).isEmpty();
            if (unknown) {
                return MappingPage.unknown(
                        job,
                        sample,
                        new MappingPage.Asked(
                                "", saveAs, check, ExchangeRates.NONE, zone, reader.words(QuestionMessages.class)));
            }
            Mapping begun = given.or(() -> saved.map(SavedMapping::suggested))
                    .filter(mapping -> !open || check)
                    .orElseGet(() -> suggestion(given, sample, zone));
            Mapping mapping = MappingSuggestion.complete(begun, sample, zone);
            FactType target = FactTypes.named(mapping.target()).orElseGet(() -> MappingSuggestion.target(sample));
            ExchangeRates rates = jdbi.withHandle(StoredRates::read);
            SurveysOfFile surveys = jdbi.withHandle(SurveyMerge::known);
            MappingPreview preview =
                    MappingPreview.of(target, mapping, sample, jdbi.withHandle(SurveyMerge::known), rates);
            List<SurveyMappingRow> counted =
                    jdbi.withHandle(handle -> SurveyMappingRow.of(handle, target, mapping, sample, surveys, rates));
            String from = saved.map(one -> one.name).orElse("");
            Optional<FileCheck> all = intake.check(job, mapping, sample).or(() -> job.heldBack(mapping));
            return MappingPage.of(
                    job,
                    target,
                    mapping,
                    sample,
                    preview,
                    surveys,
                    counted,
                    new MappingPage.Asked(from, saveAs, check, rates, zone, reader.words(QuestionMessages.class)),
                    SourceField.of(jdbi, target, mapping, all),
                    all);
        } catch (RefusedException e) {
            return MappingPage.unreadable(
                    job, given.map(Mapping::reading).orElse(null), ImportStatus.words(e.asText(), reader));
        }
    }

    private static Mapping suggestion(Optional<Mapping> given, UploadSample sample, String zone) {
        FactType target = given.flatMap(mapping -> FactTypes.named(mapping.target()))
                .orElseGet(() -> MappingSuggestion.target(sample));
        return MappingSuggestion.mapping(target, sample, zone);
    }

    /** Another target has been chosen: how the file is written stays, its columns are suggested anew. */
    private static Mapping blank(FactType target, MappingForm form) {
        return new Mapping(
                target.key(),
                form.reading(),
                form.one("zone").orElse(null),
                null,
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                Map.of());
    }

    private ImportsPage listed(String problem) {
        return ImportsPage.of(
                ImportJob.newest(SHOWN),
                problem,
                config.maxSize().asLongValue(),
                Settings.current().zoneId());
    }

    private ImportPage page(ImportJob job, boolean unconfirmed) {
        return ImportPage.of(
                job,
                reader,
                Settings.current().zoneId(),
                intake.now(),
                jdbi.withHandle(handle -> new ImportPage.Lists(
                        RejectedRows.first(handle, job.id, SHOWN),
                        SharedAddresses.of(handle, job.id, SHOWN),
                        ReplacedRows.source(handle, job.id),
                        ReplacedRows.first(handle, job.id, SHOWN))),
                unconfirmed);
    }

    private static ImportJob job(int id) {
        return ImportJob.withId(id).orElseThrow(NotFoundException::new);
    }

    private static ImportJob waiting(int id) {
        return Optional.of(job(id)).filter(ImportJob::isWaiting).orElseThrow(NotFoundException::new);
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private ImportMessages words() {
        return reader.words(ImportMessages.class);
    }
}
