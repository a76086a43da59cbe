package dev.rapport.dashboard;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.CustomerMessages;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of customers; names are for those who talk with customers. */
@Path("/customers/list")
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
    public TemplateInstance list(@Context UriInfo uri) {
        CustomerFilter filter = CustomerFilter.read(asked.slice(), uri.getQueryParameters());
        CustomerListPage page = CustomerListPage.of(filter, list.page(filter, SHOWN), asked);
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.customerList(page), () -> Templates.customerList$content(page));
    }

    /** By a form that is posted, because addresses of people do not belong into addresses of pages. */
    @POST
    @Path("by-email")
    public Response find(@FormParam("email") @Nullable String email) {
        String address = email == null ? "" : email.strip();
        Optional<Integer> found =
                address.isEmpty() || address.indexOf('\0') >= 0 ? Optional.empty() : list.withEmail(address);
        return found.map(person ->
                        Response.seeOther(URI.create("/customers/" + person)).build())
                .orElseGet(() -> change.savedAndLeft(
                        asked.reader().words(CustomerMessages.class).nobody(), HERE));
    }
}
