package dev.rapport.team;

import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Answers the settings of exchange rates, by which amounts in other currencies become the reporting one. */
@Path("/settings/rates")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class RatesResource {
    private static final String HERE = "/settings/rates";
    private static final int SHOWN = 500;

    private static final Form<RateForm> BLANK = Form.unsent(0, RateForm.BLANK);

    private final SettingsChange change;
    private final Reader reader;
    private final Jdbi jdbi;
    private final Event<RevenueRuleChanged> ruleChanged;

    RatesResource(SettingsChange change, Reader reader, Jdbi jdbi, Event<RevenueRuleChanged> ruleChanged) {
        this.change = change;
        this.reader = reader;
        this.jdbi = jdbi;
        this.ruleChanged = ruleChanged;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance rates(RatesPage page);

        static native TemplateInstance rates$content(RatesPage page);
    }

    @GET
    public TemplateInstance list() {
        return Templates.rates(page(BLANK, List.of()));
    }

    @POST
    @Transactional
    public Response add(@BeanParam RateForm sent) {
        ExchangeRate.Read read = ExchangeRate.of(sent.day(), sent.currency(), sent.rate(), Settings.current().currency);
        if (read.rate().isEmpty()) {
            Form<RateForm> form = change.check(0, sent);
            for (ExchangeRate.Fault fault : read.fault().stream().toList()) {
                form = form.with(
                        fault.name().toLowerCase(Locale.ROOT),
                        reader.words(RatesMessages.class).fault(fault.name()));
            }
            return refused(page(form, List.of()));
        }
        ExchangeRate rate = read.rate().get();
        keep(List.of(rate));
        change.note("rate added", rate.day() + " " + rate.currency() + " " + sent.rate());
        return saved();
    }

    /** What revenue holds beside goods. */
    @POST
    @Path("revenue")
    @Transactional
    public Response count(@FormParam("shipping") @Nullable String shipping, @FormParam("tax") @Nullable String tax) {
        Settings settings = Settings.current();
        settings.revenueWithShipping = shipping != null;
        settings.revenueWithTax = tax != null;
        change.showsInFigures();
        Settings.flush();
        ruleChanged.fire(new RevenueRuleChanged());
        change.note(
                "revenue rule changed",
                AuditWords.word(shipping == null ? "without_shipping" : "with_shipping") + ", "
                        + AuditWords.word(tax == null ? "without_tax" : "with_tax"));
        return saved();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response bring(@RestForm @Nullable FileUpload file) throws IOException {
        String reporting = Settings.current().currency;
        RatesFile read =
                file == null ? new RatesFile(List.of(), List.of()) : RatesFile.read(file.uploadedFile(), reporting);
        if (read.rates().isEmpty()) {
            return refused(
                    page(BLANK, read.faults().isEmpty() ? List.of(new RatesFile.Line(0, "EMPTY", "")) : read.faults()));
        }
        keep(read.rates());
        change.note("rates added", AuditWords.word("of_a_file", read.rates().size()));
        return saved();
    }

    @POST
    @Path("{currency}/{day}/removal")
    @Transactional
    public Response remove(@PathParam("currency") String currency, @PathParam("day") String day) {
        try {
            LocalDate from = LocalDate.parse(day);
            if (!jdbi.withHandle(handle -> ExchangeRate.remove(handle, from, currency))) {
                throw new NotFoundException();
            }
        } catch (DateTimeParseException e) {
            throw new NotFoundException(e);
        }
        change.note("rate removed", day + " " + currency);
        return saved();
    }

    private void keep(List<ExchangeRate> rates) {
        jdbi.useHandle(handle -> ExchangeRate.keep(handle, rates));
    }

    private Response saved() {
        RatesPage page = page(BLANK, List.of());
        return change.saved(reader.words(SettingsMessages.class).saved(), HERE, () -> Templates.rates$content(page));
    }

    private Response refused(RatesPage page) {
        return change.refused(() -> Templates.rates(page), () -> Templates.rates$content(page));
    }

    private RatesPage page(Form<RateForm> form, List<RatesFile.Line> lines) {
        List<ExchangeRate> rates = jdbi.withHandle(handle -> ExchangeRate.all(handle, SHOWN));
        return new RatesPage(Settings.current(), rates, form, lines);
    }
}
