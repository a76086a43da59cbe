package dev.rapport.customers;

import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Customers, each with what is known of their health or their worth. */
@Singleton
final class HealthAndWorthRows implements RowSource {
    private final Clock clock;

    HealthAndWorthRows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> facts() {
        return Set.of("customer_health", "customer_worth");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        if (asked.rows().fact().equals("customer_health")) {
            return Optional.of(health(asked.handle(), asked.slice()));
        }
        RowQuery worth = worth(asked.handle(), asked.slice());
        return Optional.of(asked.rows().beside().isPresent() ? valueToCost(worth, asked.beside()) : worth);
    }

    /** Who was a customer at the end, with the points of each part. */
    private RowQuery health(Handle handle, Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select %s as person, nullif(recency, '')::int as recency, nullif(frequency, '')::int as frequency,
                       nullif(breadth, '')::int as breadth, nullif(survey, '')::int as survey,
                       nullif(tickets, '')::int as tickets, nullif(payment, '')::int as payment,
                       tenths::numeric / 10 as health
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as fact (person_id, recency, frequency, breadth, survey, tickets, payment, tenths)
                left join person on person.id = fact.person_id::int
                """.formatted(RowQuery.PERSON), CustomerColumns.health(handle, slice, clock.instant()));
        return query.done(
                "health, person",
                RowColumn.PERSON,
                RowColumn.RECENCY,
                RowColumn.FREQUENCY,
                RowColumn.BREADTH,
                RowColumn.LAST_ANSWER,
                RowColumn.OPEN_TICKETS,
                RowColumn.PAYMENT,
                RowColumn.HEALTH);
    }

    /** Who was a customer at some time in the period, with their whole life up to its end. */
    private RowQuery worth(Handle handle, Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select %s as person, channel.name as channel, orders::int as orders, months::numeric as months, years::numeric as years,
                       amount::numeric as amount, cost::numeric as support_cost
                from unnest(?, ?, ?, ?, ?, ?, ?) as fact (person_id, channel_id, orders, months, years, amount, cost)
                join channel on channel.id = fact.channel_id::int
                left join person on person.id = fact.person_id::int
                """.formatted(RowQuery.PERSON), CustomerColumns.worth(handle, slice, clock.instant()));
        return query.done(
                "amount desc, person",
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.ORDERS,
                RowColumn.MONTHS,
                RowColumn.YEARS,
                RowColumn.AMOUNT,
                RowColumn.SUPPORT_COST);
    }

    /** What customers were worth, beside what was spent in the same time and whom it won. */
    private static RowQuery valueToCost(RowQuery worth, RowQuery costs) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select 'worth' as kind, person, channel, amount, support_cost, null::numeric as spend from (%s) as worth
                """.formatted(worth.sql()), worth.values().toArray());
        query.add("""
                union all select kind, person, channel, null::numeric, null::numeric, spend from (%s) as costs
                """.formatted(costs.sql()), costs.values().toArray());
        return query.done(
                "kind, amount desc, person, channel",
                RowColumn.KIND,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.AMOUNT,
                RowColumn.SUPPORT_COST,
                RowColumn.SPEND);
    }
}
