package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.CustomerMessages;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Health;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the list of customers; names are for those who talk with customers. */
@Path("/")
@Blocking
@RolesAllowed({Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CustomerListResource {
    private static final String HERE = "/customers/list";
    private static final int SHOWN = 50;

    private final SliceRequest asked;
    private final CustomerList list;
    private final Htmx htmx;
    private final SettingsChange change;

    CustomerListResource(SliceRequest asked, CustomerList list, Htmx htmx, SettingsChange change) {
        this.asked = asked;
        this.list = list;
        this.htmx = htmx;
        this.change = change;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance customerList(CustomerListPage page);

        static native TemplateInstance customerList$content(CustomerListPage page);
    }

    @GET
    @Path("customers/list")
    public TemplateInstance list() {
        CustomerFilter filter = CustomerFilter.read(asked.slice(), asked.parameters());
        CustomerListPage page = CustomerListPage.of(filter, list.page(filter, SHOWN), asked.context());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.customerList(page), () -> Templates.customerList$content(page));
    }

    /** By a form that is posted, because addresses of people do not belong into addresses of pages. */
    @POST
    @Path("customers/list/by-email")
    public Response find(@FormParam("email") @Nullable String email) {
        String address = email == null ? "" : email.strip();
        Optional<Integer> found =
                address.isEmpty() || address.indexOf('\0') >= 0 ? Optional.empty() : list.withEmail(address);
        return found.map(person ->
                        Response.seeOther(URI.create("/customers/" + person)).build())
                .orElseGet(() -> change.savedAndLeft(
                        asked.audience().words(CustomerMessages.class).nobody(), HERE));
    }

    /** The whole list, in the order asked for. */
    @GET
    @Path("customers/list.csv")
    @Produces(CsvFile.TYPE)
    public Response csv() {
        CustomerFilter filter = CustomerFilter.read(asked.slice(), asked.parameters());
        return CsvFile.of(List.of("customers"), asked.slice(), table -> write(filter, table));
    }

    private void write(CustomerFilter filter, CsvTable table) throws IOException {
        table.plain("person")
                .plain("customer_number")
                .plain("name")
                .plain("value")
                .plain("orders");
        table.plain("last_active")
                .plain("tickets")
                .plain("last_score")
                .plain("health")
                .plain("band")
                .end();
        list.each(filter, customer -> row(table, customer));
    }

    private static void row(CsvTable table, ListedCustomer each) throws IOException {
        table.number(each.person()).text(each.number()).text(each.name()).number(each.value());
        table.number(each.orders())
                .plain(each.lastActive().map(Instant::toString).orElse(""));
        table.number(each.tickets()).number(each.lastScore().map(BigDecimal::valueOf));
        table.number(each.healthTenths().map(tenths -> BigDecimal.valueOf(tenths, 1)));
        table.plain(each.healthTenths()
                        .map(tenths -> Health.Band.of(tenths).key())
                        .orElse(""))
                .end();
    }
}
