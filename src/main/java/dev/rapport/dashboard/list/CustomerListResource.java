package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.CustomerMessages;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.SliceFault;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.PersonsRows;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the list of customers; names are for those who may see personal data, a program gets numbers alone. */
@Path("/")
@Blocking
@RolesAllowed({Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
@Produces(MediaType.TEXT_HTML)
public class CustomerListResource {
    private static final String HERE = "/customers/list";
    private static final int SHOWN = 50;

    private final SliceRequest asked;
    private final CustomerList list;
    private final Htmx htmx;
    private final SettingsChange change;
    private final SecurityIdentity identity;

    CustomerListResource(
            SliceRequest asked, CustomerList list, Htmx htmx, SettingsChange change, SecurityIdentity identity) {
        this.asked = asked;
        this.list = list;
        this.htmx = htmx;
        this.change = change;
        this.identity = identity;
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

    /** The whole list, in the order asked for. A key looks for no name: its answers would tell whose number is whose. */
    @GET
    @Path("customers/list.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA, Role.READ_IDS})
    @PersonsRows
    public Response csv() {
        CustomerFilter filter = CustomerFilter.read(asked.slice(), asked.parameters());
        boolean names = !identity.hasRole(Role.READ_IDS);
        if (!names && !filter.search().isEmpty()) {
            throw new BadSliceException("q", SliceFault.NO_NAMES);
        }
        return CsvFile.of(
                List.of("customers"),
                asked.slice(),
                table -> new CustomerListFile(names).write(table, rows -> list.each(filter, rows)));
    }
}
