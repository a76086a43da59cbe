package dev.rapport.dashboard;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.metric.Health;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The whole list of customers, in the order asked for. */
@Path("/customers/list.csv")
@RolesAllowed({Role.SUPPORT, Role.ADMIN})
public class CustomerListExportResource {
    private final CustomerList list;
    private final SliceChoicesQueries choices;

    CustomerListExportResource(CustomerList list, SliceChoicesQueries choices) {
        this.list = list;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@Context UriInfo uri) {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        CustomerFilter filter = CustomerFilter.read(slice, uri.getQueryParameters());
        StreamingOutput body = out -> write(filter, out);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(List.of("customers"), slice, "csv")))
                .build();
    }

    private void write(CustomerFilter filter, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out);
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
        table.finish();
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
