package dev.rapport.cube.read;

import dev.rapport.db.QueryFailedException;
import dev.rapport.db.QueryPool;
import dev.rapport.web.DataVersion;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/**
 * Names what all figures rest on: a mark that changes with every rollup, with facts that wait for one, with every import and
 * undo, and whenever something changes by which figures are broken down, named or counted. Answers are kept, and pages called
 * unchanged, under this mark.
 */
@ApplicationScoped
public class DataVersions implements DataVersion {
    /** The small tables whose every word may stand in an answer; whole, so that no change of one is overlooked. */
    static final String DIMENSIONS = """
            md5(concat_ws('/', settings,
                (select string_agg(channel::text, ',' order by id) from channel),
                (select string_agg(segment_group::text, ',' order by id) from segment_group),
                (select string_agg(segment_value::text, ',' order by id) from segment_value),
                (select string_agg(goal::text, ',' order by id) from goal),
                (select string_agg(feature::text, ',' order by id) from feature),
                (select string_agg(journey_step::text, ',' order by id) from journey_step),
                (select string_agg(survey::text, ',' order by id) from survey),
                (select concat_ws(' ', count(*), max(id)) from signature)))
            """;

    /** Ends the name of an edition in which facts wait to be counted in. */
    private static final String COUNTING = "+";

    // Every change of facts marks days dirty in its own transaction, under a number that only grows; subscriptions are
    // read as
    // they are, without a rollup, and so is what has been done about low scores.
    private static final String CURRENT = """
            select md5(concat_ws('/', version, refreshed_at,
                (select concat_ws(' ', count(*), sum(marked)) from dirty_day),
                (select concat_ws(' ', max(id), max(finished_at), max(undone_at)) from import_job),
                (select max(id) from subscription),
                (select concat_ws(' ', count(*), max(changed_at)) from follow_up),
                %s)) || case when exists (select from dirty_day) then '%s' else '' end
            from rollup_state, settings
            """.formatted(DIMENSIONS, COUNTING);

    private final QueryPool desk;
    private final RequestDataVersion ofRequest;

    @Inject
    DataVersions(QueryPool desk, RequestDataVersion ofRequest) {
        this.desk = desk;
        this.ofRequest = ofRequest;
    }

    /** One for all that is answered to one request. */
    @Override
    public String current() {
        if (!Arc.container().requestContext().isActive()) {
            return read();
        }
        String known = ofRequest.get();
        if (known.isEmpty()) {
            known = read();
            ofRequest.set(known);
        }
        return known;
    }

    @Override
    public boolean isCounting() {
        return current().endsWith(COUNTING);
    }

    private String read() {
        try {
            return desk.glance(CURRENT);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
