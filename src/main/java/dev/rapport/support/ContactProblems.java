package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import dev.rapport.metric.ContactsPerProblem;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Counts the contacts that customers made about one problem. */
@ApplicationScoped
public class ContactProblems implements FactReader {
    /** Common tables up to {@code problem}; its values are {@link #values}. */
    static final String PROBLEMS = SqlFile.of("support/problems");

    private static final int HOURS = 24;

    private final Clock clock;

    ContactProblems(Clock clock) {
        this.clock = clock;
    }

    /** @param from from when problems are looked for; a contact of the days before tells whether one begins */
    static Object[] values(OffsetDateTime from, OffsetDateTime now) {
        int hours = HOURS * ContactsPerProblem.DAYS;
        return new Object[] {hours, from, hours, now};
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof ContactsPerProblem;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        OffsetDateTime from = period.from().atStartOfDay(slice.zone()).toOffsetDateTime();
        new SliceSql(slice, period, grouping)
                .add(", " + PROBLEMS, values(from, clock.instant().atOffset(ZoneOffset.UTC)))
                .add("""
                        , fact as (
                            select bucket.no as bucket, problem.channel_id, problem.person_id,
                                   """ + ReportingTime.day("problem.at") + """
                                   as day, problem.issue_type as part, problem.contacts
                            from bucket join problem on problem.at >= bucket.from_at and problem.at < bucket.to_at
                            where true
                        """)
                .andChannel("problem.channel_id")
                .andPart(Dimension.ISSUE_TYPE, "problem.issue_type")
                .add(")\n")
                .select(
                        "sum(fact.contacts) as contacts, sum(fact.contacts * fact.contacts) as squares, count(*) as problems")
                .add(" group by 1, 2, 3, 4")
                .run(
                        readTransaction.handle(),
                        (key, row) -> figures.put(
                                key,
                                ((ContactsPerProblem) metric)
                                        .figure(
                                                row.getLong("contacts"),
                                                row.getLong("squares"),
                                                row.getLong("problems"))));
        return figures;
    }
}
