package dev.rapport.team;

import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;

/** Answers the general settings: days, weeks, money, who counts as a customer, what a ticket costs. */
@Path("/settings")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SettingsResource {
    private static final String HERE = "/settings";

    private final SettingsChange change;
    private final Reader reader;
    private final Event<ReportingZoneChanged> zoneChanged;
    private final Jdbi jdbi;

    SettingsResource(SettingsChange change, Reader reader, Event<ReportingZoneChanged> zoneChanged, Jdbi jdbi) {
        this.jdbi = jdbi;
        this.change = change;
        this.reader = reader;
        this.zoneChanged = zoneChanged;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance settings(SettingsPage page);

        static native TemplateInstance settings$content(SettingsPage page);
    }

    @GET
    public TemplateInstance show() {
        return Templates.settings(stored());
    }

    @POST
    @Path("reporting")
    @Transactional
    public Response report(@BeanParam ReportingForm sent) {
        Settings settings = Settings.current();
        Form<ReportingForm> form = change.check(0, sent)
                .refuse(
                        "currency",
                        () -> !sent.currency().equals(settings.currency) && binds(sent.currency()),
                        words().currencyBound());
        if (form.isBad()) {
            return refused(stored().withReporting(form));
        }
        String before = describe(settings);
        boolean moved = !sent.zone().equals(settings.zone);
        settings.zone = sent.zone();
        settings.weekStart = Integer.parseInt(sent.weekStart());
        settings.currency = sent.currency();
        keep("reporting changed", before + " → " + describe(settings));
        if (moved) {
            zoneChanged.fire(new ReportingZoneChanged(settings.zoneId()));
        }
        return saved(moved ? words().zoneSaved() : words().saved());
    }

    @POST
    @Path("customers")
    @Transactional
    public Response count(@BeanParam CustomersForm sent) {
        Form<CustomersForm> form = change.check(0, sent);
        if (form.isBad()) {
            return refused(stored().withCustomers(form));
        }
        Settings settings = Settings.current();
        settings.customerRule = sent.customerRule();
        settings.churnWindowDays = Integer.parseInt(sent.churnWindow());
        keep(
                "customer rule changed",
                AuditWords.word("rule_" + settings.customerRule) + ", "
                        + AuditWords.word("days", settings.churnWindowDays));
        return saved(words().saved());
    }

    @POST
    @Path("benchmarks")
    @Transactional
    public Response compare(@BeanParam BenchmarksForm sent) {
        Form<BenchmarksForm> form = change.check(0, sent);
        if (form.isBad()) {
            return refused(stored().withBenchmarks(form));
        }
        Settings.current().companySize = sent.companySize();
        keep("company size changed", AuditWords.word("size_" + sent.companySize()));
        return saved(words().saved());
    }

    @POST
    @Path("support")
    @Transactional
    public Response price(@BeanParam SupportForm sent) {
        Form<SupportForm> form = change.check(0, sent);
        if (form.isBad()) {
            return refused(stored().withSupport(form));
        }
        Settings.current().costPerTicket = sent.cost().orElse(null);
        keep("cost per ticket changed", sent.costPerTicket());
        return saved(words().saved());
    }

    @POST
    @Path("agents")
    @Transactional
    public Response name(@BeanParam AgentsForm sent) {
        Form<AgentsForm> form = change.check(0, sent);
        if (form.isBad()) {
            return refused(stored().withAgents(form));
        }
        Settings.current().agentsHidden = sent.isHidden();
        keep("names of agents changed", AuditWords.word(sent.agents()));
        return saved(words().saved());
    }

    private boolean binds(String currency) {
        return jdbi.withHandle(handle -> ExchangeRate.binds(handle, currency));
    }

    private void keep(String action, String detail) {
        change.showsInFigures();
        change.note(action, detail);
        Settings.flush();
    }

    private static String describe(Settings settings) {
        return settings.zone + ", " + AuditWords.word("weekday_" + settings.weekStart) + ", " + settings.currency;
    }

    private Response saved(String sentence) {
        return change.saved(sentence, HERE, () -> Templates.settings$content(stored()));
    }

    private Response refused(SettingsPage page) {
        return change.refused(() -> Templates.settings(page), () -> Templates.settings$content(page));
    }

    private SettingsPage stored() {
        return SettingsPage.of(Settings.current(), reader.locale());
    }

    private SettingsMessages words() {
        return reader.words(SettingsMessages.class);
    }
}
