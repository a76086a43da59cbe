package dev.rapport.support;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Inputs;
import dev.rapport.metric.Measure;
import dev.rapport.metric.SurveyItems;
import dev.rapport.metric.WaitMetric;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes what support the customers that each source brought need: tickets, first replies, satisfaction and cost. The
 * source is the channel or the campaign of a person's first session ever. Counted here from facts, as no cell knows a
 * person's source; made into figures by the formulas of the catalogue. Tickets and answers are those of the slice;
 * customers are those of its segments at the end of the period, whatever the channel.
 */
@ApplicationScoped
public class SupportLoad {
    private final ReadTransactions readTransactions;
    private final Clock clock;

    /** By what of the first session. */
    public enum By {
        CHANNEL,
        CAMPAIGN
    }

    /** Who was brought: by a channel or campaign, by none, or nobody knows. */
    public enum Known {
        NAMED,
        NONE,
        UNKNOWN
    }

    /** @param name empty unless it is named */
    public record Source(Known known, String name) {}

    /**
     * @param cost of all their tickets; empty while a ticket has no price
     * @param costPerHundred the same for each hundred customers; empty also without customers
     */
    public record Load(
            Source source,
            long tickets,
            long customers,
            Optional<BigDecimal> ticketsPerHundred,
            Figure firstResponse,
            Figure csat,
            Optional<BigDecimal> cost,
            Optional<BigDecimal> costPerHundred) {}

    /** What was counted of one source. */
    private static final class Counted {
        private final Waits waits = new Waits();
        private long tickets;
        private long customers;
        private long answers;
        private long satisfied;
    }

    SupportLoad(ReadTransactions readTransactions, Clock clock) {
        this.readTransactions = readTransactions;
        this.clock = clock;
    }

    /** The most tickets first. */
    public List<Load> read(Slice slice, By by) {
        return readTransactions.read(readTransaction -> {
            Map<Source, Counted> counted = new HashMap<>();
            count(readTransaction, slice, by, counted);
            Optional<BigDecimal> price = LoadQueries.price(readTransaction.handle());
            List<Load> loads = new ArrayList<>();
            counted.forEach((source, each) -> loads.add(load(slice, source, each, price)));
            loads.sort(Comparator.comparingLong(Load::tickets)
                    .reversed()
                    .thenComparing(load -> load.source().known())
                    .thenComparing(load -> load.source().name()));
            return loads;
        });
    }

    private void count(ReadTransaction readTransaction, Slice slice, By by, Map<Source, Counted> counted) {
        long now = clock.millis();
        LoadQueries.tickets(slice, by).run(readTransaction.handle(), (key, row) -> {
            Counted of = of(counted, LoadQueries.source(row));
            of.tickets++;
            long took = row.getLong("took");
            boolean answered = !row.wasNull();
            if (!row.getBoolean("known")) {
                return;
            }
            if (answered) {
                of.waits.addEnded(took);
            } else {
                long until = row.getLong("given_up");
                of.waits.addWaiting(row.wasNull() ? Math.max(0, now - row.getLong("created")) : until);
            }
        });
        LoadQueries.answers(slice, by).run(readTransaction.handle(), (key, row) -> {
            Counted of = of(counted, LoadQueries.source(row));
            of.answers += row.getLong("answers");
            of.satisfied += row.getLong("satisfied");
        });
        LoadQueries.customers(slice, by)
                .run(
                        readTransaction.handle(),
                        (key, row) -> of(counted, LoadQueries.source(row)).customers += row.getLong("customers"));
    }

    private static Counted of(Map<Source, Counted> counted, Source source) {
        return counted.computeIfAbsent(source, first -> new Counted());
    }

    private static Load load(Slice slice, Source source, Counted counted, Optional<BigDecimal> price) {
        Optional<BigDecimal> hundreds =
                Optional.of(BigDecimal.valueOf(counted.customers, 2)).filter(some -> some.signum() > 0);
        BigDecimal tickets = BigDecimal.valueOf(counted.tickets);
        Optional<BigDecimal> cost = price.map(tickets::multiply);
        return new Load(
                source,
                counted.tickets,
                counted.customers,
                hundreds.map(some -> tickets.divide(some, MathContext.DECIMAL64)),
                ((WaitMetric) Catalogue.find("first_response_time").orElseThrow()).figure(slice, counted.waits),
                ((CellMetric) Catalogue.find("csat").orElseThrow())
                        .figure(
                                slice,
                                SurveyItems.NONE,
                                new Inputs(Map.of(
                                        Input.sum(Measure.CSAT_SATISFIED), BigDecimal.valueOf(counted.satisfied),
                                        Input.sum(Measure.CSAT_ANSWERS), BigDecimal.valueOf(counted.answers)))),
                cost,
                cost.flatMap(all -> hundreds.map(some -> all.divide(some, MathContext.DECIMAL64))));
    }
}
