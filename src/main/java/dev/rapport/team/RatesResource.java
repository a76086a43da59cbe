package dev.rapport.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Exchange rates: by which amounts in other currencies become the reporting one. */
@Path("/settings/rates")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class RatesResource {
    private static final String HERE = "/settings/rates";
    private static final int SHOWN = 500;

    private final SettingsChange change;
    private final SettingsMessages words;
    private final DataSource database;
    private final Event<RevenueRuleChanged> ruleChanged;
    private final Clock clock;

    RatesResource(
            SettingsChange change,
            SettingsMessages words,
            DataSource database,
            Event<RevenueRuleChanged> ruleChanged,
            Clock clock) {
        this.ruleChanged = ruleChanged;
        this.change = change;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance rates(RatesPage page);

        static native TemplateInstance rates$content(RatesPage page);
    }

    @GET
    public TemplateInstance list() throws SQLException {
        return Templates.rates(page());
    }

    @POST
    @Transactional
    public Response add(
            @FormParam("day") @Nullable String day,
            @FormParam("currency") @Nullable String currency,
            @FormParam("rate") @Nullable String rate)
            throws SQLException {
        String reporting = Settings.current().currency;
        ExchangeRate.Read read = ExchangeRate.of(text(day), text(currency), text(rate), reporting);
        try (Connection connection = database.getConnection()) {
            if (read.rate().isEmpty()) {
                String fault = read.fault().map(ExchangeRate.Fault::name).orElse("");
                return refused(new RatesPage(
                        Settings.current(),
                        ExchangeRate.all(connection, SHOWN),
                        text(day),
                        text(currency),
                        text(rate),
                        fault,
                        List.of()));
            }
            ExchangeRate.keep(connection, List.of(read.rate().get()));
        }
        change.note(
                "rate added", read.rate().get().day() + " " + read.rate().get().currency() + " " + text(rate));
        return saved();
    }

    /** What revenue holds beside goods. */
    @POST
    @Path("revenue")
    @Transactional
    public Response count(@FormParam("shipping") @Nullable String shipping, @FormParam("tax") @Nullable String tax)
            throws SQLException {
        Settings settings = Settings.current();
        settings.revenueWithShipping = shipping != null;
        settings.revenueWithTax = tax != null;
        settings.updatedAt = clock.instant();
        Settings.flush();
        ruleChanged.fire(new RevenueRuleChanged());
        change.note("revenue rule changed", "shipping " + (shipping != null) + ", tax " + (tax != null));
        return saved();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response bring(@RestForm @Nullable FileUpload file) throws SQLException, IOException {
        String reporting = Settings.current().currency;
        RatesFile read =
                file == null ? new RatesFile(List.of(), List.of()) : RatesFile.read(file.uploadedFile(), reporting);
        try (Connection connection = database.getConnection()) {
            if (read.rates().isEmpty()) {
                List<RatesFile.Line> lines =
                        read.faults().isEmpty() ? List.of(new RatesFile.Line(0, "EMPTY", "")) : read.faults();
                return refused(
                        new RatesPage(Settings.current(), ExchangeRate.all(connection, SHOWN), "", "", "", "", lines));
            }
            ExchangeRate.keep(connection, read.rates());
        }
        change.note("rates added", read.rates().size() + " of a file");
        return saved();
    }

    @POST
    @Path("{currency}/{day}/removal")
    @Transactional
    public Response remove(@PathParam("currency") String currency, @PathParam("day") String day) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!ExchangeRate.remove(connection, LocalDate.parse(day), currency)) {
                throw new NotFoundException();
            }
        } catch (DateTimeParseException e) {
            throw new NotFoundException(e);
        }
        change.note("rate removed", day + " " + currency);
        return saved();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private Response saved() throws SQLException {
        RatesPage page = page();
        return change.saved(words.saved(), HERE, () -> Templates.rates$content(page));
    }

    private Response refused(RatesPage page) {
        return change.refused(() -> Templates.rates(page), () -> Templates.rates$content(page));
    }

    private RatesPage page() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new RatesPage(Settings.current(), ExchangeRate.all(connection, SHOWN), "", "", "", "", List.of());
        }
    }
}
