package dev.rapport.customers;

import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Health;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds the health that customers had a quarter ago against who has left since. */
@ApplicationScoped
public class HealthOutcomes {
    /** Before the end of the period, or before now. */
    public static final int DAYS = 90;

    private static final int WIDTH = 100;
    private static final int HIGHEST = 1_000;

    private final ReadTransactions readTransactions;
    private final HealthScoring scoring;
    private final Clock clock;

    HealthOutcomes(ReadTransactions readTransactions, HealthScoring scoring, Clock clock) {
        this.readTransactions = readTransactions;
        this.scoring = scoring;
        this.clock = clock;
    }

    /**
     * @param then the day at whose end customers were scored, {@code end} that at whose end it was seen who had left
     * @param bands of the score, the best first
     * @param tens by ten points, the lowest first
     */
    public record Outcome(LocalDate then, LocalDate end, List<CountedShare> bands, List<CountedShare> tens) {}

    /** Those in the channels and segments of the slice then; left has who is no customer by the rule at the end. */
    public Outcome read(Slice slice) {
        Bucket whole = Bucket.whole(slice.period(), slice.zone());
        ObservationTime end = whole.to().isAfter(clock.instant())
                ? ObservationTime.now(clock.instant(), slice.zone())
                : ObservationTime.of(whole.to(), whole.days().lastDay());
        LocalDate day = end.day().minusDays(DAYS);
        ObservationTime then =
                ObservationTime.of(day.plusDays(1).atStartOfDay(slice.zone()).toInstant(), day);
        return readTransactions.read(readTransaction -> {
            List<HealthScores> scores = scoring.scores(readTransaction, slice.zone(), List.of(then, end));
            FactGrouping sorting = readTransaction.sorting(slice, slice.period(), Grouping.TOTAL);
            List<Customer> customers =
                    customers(scores.get(0), scores.get(1), sorting, FactGrouping.micros(whole.from()));
            return new Outcome(
                    then.day(),
                    end.day(),
                    Stream.of(Health.Band.values())
                            .map(band -> share(customers, band.from(), band.below()))
                            .toList(),
                    IntStream.range(0, HIGHEST / WIDTH)
                            .mapToObj(group -> share(
                                    customers,
                                    group * WIDTH,
                                    // the highest score belongs to the highest group
                                    group * WIDTH + WIDTH == HIGHEST ? Integer.MAX_VALUE : group * WIDTH + WIDTH))
                            .toList());
        });
    }

    private record Customer(int tenths, boolean left) {}

    private static List<Customer> customers(HealthScores then, HealthScores end, FactGrouping sorting, long bucket) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < then.count(); i++) {
            int signature = then.signature(i);
            boolean asked =
                    Arrays.stream(then.channels(i)).anyMatch(channel -> sorting.group(bucket, channel, signature) >= 0);
            if (asked) {
                customers.add(
                        new Customer(then.tenths(i), end.find(then.person(i)).isEmpty()));
            }
        }
        return customers;
    }

    private static CountedShare share(List<Customer> customers, int from, int below) {
        List<Customer> group = customers.stream()
                .filter(customer -> customer.tenths() >= from && customer.tenths() < below)
                .toList();
        return new CountedShare(group.stream().filter(Customer::left).count(), group.size());
    }
}
