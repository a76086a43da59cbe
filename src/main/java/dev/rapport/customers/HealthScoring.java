package dev.rapport.customers;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import dev.rapport.revenue.CustomerRule;
import dev.rapport.revenue.CustomerSpans;
import dev.rapport.revenue.CustomerSpans.Span;
import dev.rapport.slice.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Scores everybody who was a customer at some moments: all facts are read once, and gone through once in time. */
@ApplicationScoped
public class HealthScoring {
    private static final int EVERYBODY = 0;
    private static final int KEPT = 16;

    private final FeatureHistory features = new FeatureHistory();
    private final VersionedCache<List<ObservationTime>, List<HealthScores>> known = VersionedCache.ofFew(KEPT);

    /** @param moments in order */
    List<HealthScores> scores(ReadTransaction readTransaction, ZoneId zone, List<ObservationTime> moments) {
        return moments.isEmpty()
                ? List.of()
                : readTransaction.kept(
                        known, moments, () -> new Run(readTransaction, zone, moments, EVERYBODY).scores());
    }

    /** Of one person alone; empty for whoever is no customer at the moment. */
    Optional<Health> score(ReadTransaction readTransaction, ZoneId zone, ObservationTime moment, int person) {
        HealthScores scores =
                new Run(readTransaction, zone, List.of(moment), person).scores().get(0);
        OptionalInt index = scores.find(person);
        return index.isPresent() ? Optional.of(scores.health(index.getAsInt())) : Optional.empty();
    }

    private final class Run {
        private final List<ObservationTime> moments;
        private final CustomerRule rule;
        private final List<Span> spans;
        private final SegmentSignatures signatures;
        private final HealthWeightIndex weights;
        private final FeedbackHistory feedbackHistory;
        private final ActivityHistory activity;
        private final FeatureHistory.Used used;

        Run(ReadTransaction readTransaction, ZoneId zone, List<ObservationTime> moments, int person) {
            this.moments = moments;
            ObservationTime first = moments.get(0);
            ObservationTime last = moments.get(moments.size() - 1);
            CustomerSpans customers = CustomerSpans.read(
                    readTransaction,
                    new Period(first.day().minusDays(1), last.day().plusDays(2)));
            rule = customers.rule();
            spans = person == EVERYBODY
                    ? customers.spans()
                    : customers.spans().stream()
                            .filter(span -> span.person() == person)
                            .toList();
            int people = 1 + spans.stream().mapToInt(Span::person).max().orElse(0);
            int lookBack = Math.max(HealthPart.RECENCY_DAYS, rule.churnWindowDays());
            signatures = SegmentSignatures.of(readTransaction.handle(), person);
            weights = HealthWeightIndex.read(readTransaction.handle());
            feedbackHistory = FeedbackHistory.read(readTransaction.handle(), last, person);
            activity = ActivityHistory.read(readTransaction, zone, first.day(), last.day(), lookBack, people);
            used = features.read(readTransaction, zone, first.day(), last.day(), people);
        }

        List<HealthScores> scores() {
            List<HealthScores> all = new ArrayList<>();
            for (ObservationTime moment : moments) {
                activity.goTo(moment.day());
                all.add(at(moment));
            }
            return List.copyOf(all);
        }

        private HealthScores at(ObservationTime moment) {
            HealthScores scores = new HealthScores(moment);
            byte[] breadth = used.upTo(moment.day());
            for (int from = 0; from < spans.size(); ) {
                int to = from;
                int person = spans.get(from).person();
                while (to < spans.size() && spans.get(to).person() == person) {
                    to++;
                }
                List<Span> theirs = spans.subList(from, to);
                int[] where = channels(theirs, moment);
                if (where.length > 0) {
                    int signature = signatures.of(person, moment.day());
                    Health.of(points(person, theirs, moment, breadth), weights.of(signature))
                            .ifPresent(health -> scores.add(person, signature, where, health));
                }
                from = to;
            }
            return scores;
        }

        private static int[] channels(List<Span> theirs, ObservationTime moment) {
            return theirs.stream()
                    .filter(span -> span.holds(moment.micros()))
                    .mapToInt(Span::channel)
                    .distinct()
                    .toArray();
        }

        private Map<HealthPart, Integer> points(int person, List<Span> theirs, ObservationTime moment, byte[] breadth) {
            Map<HealthPart, Integer> points = new EnumMap<>(HealthPart.class);
            if (activity.isRecorded(moment.day())) {
                points.put(HealthPart.RECENCY, HealthPart.recency(activity.daysSinceActive(person, moment.day())));
                points.put(HealthPart.FREQUENCY, HealthPart.frequency(activity.activeDays(person)));
            }
            if (breadth.length > 0) {
                points.put(HealthPart.BREADTH, HealthPart.breadth(breadth[person]));
            }
            int said = feedbackHistory.newestAnswer(person, moment);
            if (said != FeedbackHistory.SILENT) {
                points.put(HealthPart.SURVEY, said);
            }
            if (feedbackHistory.hasTickets(moment)) {
                points.put(HealthPart.TICKETS, HealthPart.tickets(feedbackHistory.openTickets(person, moment)));
            }
            points.put(HealthPart.PAYMENT, payment(person, theirs, moment));
            return points;
        }

        private int payment(int person, List<Span> theirs, ObservationTime moment) {
            if (!rule.bySubscription()) {
                int window = rule.churnWindowDays();
                return HealthPart.orders(activity.daysSinceOrder(person, moment.day(), window), window);
            }
            return HealthPart.subscription(
                    paid(theirs, moment), paid(theirs, moment.daysBefore(HealthPart.RECENCY_DAYS)));
        }

        private static long paid(List<Span> theirs, ObservationTime moment) {
            return theirs.stream()
                    .filter(span -> span.holds(moment.micros()))
                    .mapToLong(Span::amount)
                    .sum();
        }
    }
}
