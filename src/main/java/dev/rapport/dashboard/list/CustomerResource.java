package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerProfile;
import dev.rapport.customers.CustomerProfiles;
import dev.rapport.customers.NextOffers;
import dev.rapport.customers.TimelineFilter;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.fact.TimelineLine;
import dev.rapport.revenue.CustomerReasons;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Preset;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.PersonsRows;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers the page of one customer, for those who talk with customers. */
@Path("/")
@Blocking
@RolesAllowed({Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
@Produces(MediaType.TEXT_HTML)
public class CustomerResource {
    private static final int SHOWN = 50;

    /** How much of a timeline is held at once on its way into a file. */
    private static final int AT_ONCE = 1_000;

    private final SliceRequest asked;
    private final CustomerProfiles profiles;
    private final NextOffers offers;
    private final CustomerReasons reasons;
    private final Htmx htmx;

    CustomerResource(
            SliceRequest asked, CustomerProfiles profiles, NextOffers offers, CustomerReasons reasons, Htmx htmx) {
        this.asked = asked;
        this.profiles = profiles;
        this.offers = offers;
        this.reasons = reasons;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance customer(CustomerPage page);

        static native TemplateInstance customer$timeline(CustomerPage page);
    }

    @GET
    @Path("customers/{id: [0-9]{1,9}}")
    public TemplateInstance customer(@PathParam("id") int id) {
        TimelineFilter filter = filter(SHOWN);
        CustomerProfile profile = known(id);
        CustomerPage page = CustomerPage.of(
                profile,
                offers.of(id, lastYear()),
                profiles.timeline(id, filter),
                filter,
                reasons.page(id).orElseThrow(NotFoundException::new),
                asked.context());
        return htmx.choose(() -> Templates.customer(page), () -> Templates.customer$timeline(page));
    }

    /** All of the timeline that the page shows a piece of; before it, unless one kind is asked for, what is known of them. */
    @GET
    @Path("customers/{id: [0-9]{1,9}}.csv")
    @Produces(CsvFile.TYPE)
    @PersonsRows
    public Response csv(@PathParam("id") int id) {
        asked.slice();
        TimelineFilter filter = filter(AT_ONCE);
        CustomerProfile profile = known(id);
        return CsvFile.of(
                List.of("customer", Integer.toString(id)),
                new CustomerFile(profile, offers.of(id, lastYear()), filter, next -> profiles.timeline(id, next)));
    }

    /** Of everybody, whatever is chosen: what many buyers did tells more than what few did. */
    private Slice lastYear() {
        return asked.slice()
                .withChannels(Set.of())
                .withSegments(SegmentFilter.EVERYBODY)
                .withPreset(Preset.LAST_12_MONTHS, asked.choices().context());
    }

    private CustomerProfile known(int id) {
        return profiles.find(id).orElseThrow(NotFoundException::new);
    }

    private TimelineFilter filter(int limit) {
        String kind = OwnParameters.single(asked.parameters(), "kind").orElse("");
        String before = OwnParameters.single(asked.parameters(), "before").orElse("");
        Optional<TimelineLine> chosen = TimelineFilter.kind(kind);
        Optional<TimelineFilter.Before> place = TimelineFilter.Before.of(before);
        if (chosen.isEmpty() && !kind.isEmpty()) {
            throw new BadSliceException("kind", SliceFault.NO_SUCH_VALUE);
        } else if (place.isEmpty() && !before.isEmpty()) {
            throw new BadSliceException("before", SliceFault.NO_PLACE_IN_TIMELINE);
        }
        return new TimelineFilter(chosen, place, limit);
    }
}
