package dev.rapport.team;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Currency;
import javax.sql.DataSource;

/** The general settings: days, weeks, money, who counts as a customer, what a ticket costs. */
@Path("/settings")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SettingsResource {
    private static final String HERE = "/settings";

    private final SettingsChange change;
    private final SettingsMessages words;
    private final Reader reader;
    private final Event<ReportingZoneChanged> zoneChanged;
    private final DataSource database;
    private final Clock clock;

    SettingsResource(
            SettingsChange change,
            SettingsMessages words,
            Reader reader,
            Event<ReportingZoneChanged> zoneChanged,
            DataSource database,
            Clock clock) {
        this.database = database;
        this.change = change;
        this.words = words;
        this.reader = reader;
        this.zoneChanged = zoneChanged;
        this.clock = clock;
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
    public Response report(@BeanParam ReportingForm form) {
        Settings settings = Settings.current();
        var reporting = SettingsPage.Reporting.of(form, reader.locale());
        String asked = form.currency().map(Currency::getCurrencyCode).orElse(settings.currency);
        if (!asked.equals(settings.currency) && binds(asked)) {
            reporting = reporting.bound();
        }
        if (reporting.isBad()) {
            return refused(SettingsPage.of(
                    reporting, SettingsPage.Customers.of(CustomersForm.of(settings)), support(settings), settings));
        }
        String before = describe(settings);
        String zone = form.zone().orElseThrow().getId();
        boolean moved = !zone.equals(settings.zone);
        settings.zone = zone;
        settings.weekStart = form.weekStart().orElseThrow().getValue();
        settings.currency = form.currency().orElseThrow().getCurrencyCode();
        keep(settings, "reporting changed", before + " → " + describe(settings));
        if (moved) {
            zoneChanged.fire(new ReportingZoneChanged(settings.zoneId()));
        }
        return saved(moved ? words.zoneSaved() : words.saved());
    }

    @POST
    @Path("customers")
    @Transactional
    public Response count(@BeanParam CustomersForm form) {
        Settings settings = Settings.current();
        var customers = SettingsPage.Customers.of(form);
        if (customers.isBad()) {
            return refused(SettingsPage.of(reporting(settings), customers, support(settings), settings));
        }
        settings.customerRule = form.rule().orElseThrow();
        settings.churnWindowDays = form.churnWindow().orElseThrow();
        keep(settings, "customer rule changed", settings.customerRule + ", " + settings.churnWindowDays + " days");
        return saved(words.saved());
    }

    @POST
    @Path("support")
    @Transactional
    public Response price(@BeanParam SupportForm form) {
        Settings settings = Settings.current();
        var support = SettingsPage.Support.of(form);
        if (support.costBad()) {
            return refused(SettingsPage.of(
                    reporting(settings), SettingsPage.Customers.of(CustomersForm.of(settings)), support, settings));
        }
        settings.costPerTicket = form.cost().orElse(null);
        keep(settings, "cost per ticket changed", form.costText());
        return saved(words.saved());
    }

    private boolean binds(String currency) {
        try (Connection connection = database.getConnection()) {
            return ExchangeRate.binds(connection, currency);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private SettingsPage.Reporting reporting(Settings settings) {
        return SettingsPage.Reporting.of(ReportingForm.of(settings), reader.locale());
    }

    private static SettingsPage.Support support(Settings settings) {
        return SettingsPage.Support.of(SupportForm.of(settings));
    }

    private void keep(Settings settings, String action, String detail) {
        settings.updatedAt = clock.instant();
        change.note(action, detail);
        Settings.flush();
    }

    private static String describe(Settings settings) {
        return settings.zone + ", " + settings.firstDayOfWeek() + ", " + settings.currency;
    }

    private Response saved(String sentence) {
        return change.saved(sentence, HERE, () -> Templates.settings$content(stored()));
    }

    private Response refused(SettingsPage page) {
        return change.refused(() -> Templates.settings(page), () -> Templates.settings$content(page));
    }

    private SettingsPage stored() {
        Settings settings = Settings.current();
        return SettingsPage.of(
                reporting(settings),
                SettingsPage.Customers.of(CustomersForm.of(settings)),
                support(settings),
                settings);
    }
}
