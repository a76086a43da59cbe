package dev.rapport.dashboard;

import dev.rapport.query.MetricQueries;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.target.Targets;
import dev.rapport.team.Role;
import dev.rapport.web.DataVersion;
import dev.rapport.web.Revalidated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page shows, for programs and spreadsheets: the same query string, the same call, all rows. */
@Path("/metrics")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class MetricExportResource {
    static final String CSV = "text/csv;charset=UTF-8;header=present";

    private final MetricQueries metrics;
    private final SliceChoicesQueries choices;
    private final Targets targets;
    private final Clock clock;

    MetricExportResource(MetricQueries metrics, SliceChoicesQueries choices, Targets targets, Clock clock) {
        this.metrics = metrics;
        this.choices = choices;
        this.targets = targets;
        this.clock = clock;
    }

    /** What was asked, understood. */
    private record Question(String key, Slice slice, ExportGrouping breakdown, DimensionNames names, boolean headed) {
        static Question of(String key, UriInfo uri, SliceChoices choices) {
            var parameters = uri.getQueryParameters();
            Slice slice = SliceReader.read(parameters, choices.context());
            ExportGrouping breakdown = ExportGrouping.of(parameters.getOrDefault("by", List.of()), choices);
            boolean headed = headed(parameters);
            return new Question(key, slice, breakdown, DimensionNames.of(choices, slice, breakdown), headed);
        }

        private static boolean headed(Map<String, List<String>> parameters) {
            String given = OwnParameters.single(parameters, "header").orElse("false");
            if (!given.equals("true") && !given.equals("false")) {
                throw new BadSliceException("header", "must be true or false");
            }
            return given.equals("true");
        }
    }

    @GET
    @Path("{key: [a-z0-9_]+}.csv")
    @Produces(CSV)
    public Response csv(@PathParam("key") String key, @Context UriInfo uri) {
        Question asked = Question.of(key, uri, choices.current());
        MetricCsv table = new MetricCsv(
                metrics.ask(key, asked.slice(), asked.breakdown().grouping()),
                asked.breakdown(),
                asked.names(),
                targets.book());
        Optional<Instant> headedAt = asked.headed() ? Optional.of(clock.instant()) : Optional.empty();
        StreamingOutput body = out -> table.write(out, headedAt);
        List<String> what = new ArrayList<>(List.of(key));
        asked.breakdown().words().ifPresent(what::add);
        return Response.ok(body)
                .header(DataVersion.COUNTING, table.answer().counting() ? "true" : null)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(what, asked.slice(), "csv")))
                .build();
    }

    @GET
    @Path("{key: [a-z0-9_]+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public MetricJson json(@PathParam("key") String key, @Context UriInfo uri) {
        Question asked = Question.of(key, uri, choices.current());
        var answer = metrics.ask(key, asked.slice(), asked.breakdown().grouping());
        return MetricJson.of(
                answer, asked.breakdown(), asked.names(), new MetricJson.Said(clock.instant(), targets.book()));
    }
}
