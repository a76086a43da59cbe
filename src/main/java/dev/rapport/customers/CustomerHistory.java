package dev.rapport.customers;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.SqlBuilder;
import dev.rapport.revenue.CustomerSpans;
import dev.rapport.revenue.CustomerSpans.Span;
import dev.rapport.slice.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Holds the whole histories of customers: when they were customers, what they ordered, which tickets they had. */
final class CustomerHistory {
    /** Of 365.25 days. */
    private static final long YEAR = 31_557_600;

    private static final long MONTH = YEAR / 12;
    private static final long SECOND = 1_000_000;
    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private static final String PURCHASES = """
            select person_id, (extract(epoch from at) * 1000000)::bigint, (amount * 1000000)::bigint
            from purchase order by person_id, at
            """;
    private static final String REFUNDS = """
            select person_id, (extract(epoch from at) * 1000000)::bigint, (amount * 1000000)::bigint
            from refund order by person_id, at
            """;
    private static final String TICKETS = """
            select visitor.person_id, (extract(epoch from ticket.created_at) * 1000000)::bigint, 0::bigint
            from ticket join visitor on visitor.id = ticket.visitor_id
            where ticket.current order by 1, 2
            """;

    /**
     * Somebody's life up to a moment.
     *
     * @param channel in which they first became a customer
     * @param seconds in which they were a customer
     * @param subscribedSeconds that subscriptions ran, each by itself
     * @param money millionths
     */
    record Life(int person, int channel, long orders, long seconds, long subscribedSeconds, long money, long tickets) {}

    /** Moments of one person in order, each with what all up to it come to. */
    private record Course(long[] at, long[] sums) {
        private static final Course EMPTY = new Course(new long[0], new long[0]);

        /** How many lie before it. */
        int before(long moment) {
            int low = 0;
            int high = at.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (at[middle] < moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        long sum(int count) {
            return count == 0 ? 0 : sums[count - 1];
        }
    }

    private final CustomerSpans customers;
    private final SegmentSignatures signatures;
    private final Map<Integer, Course> purchases;
    private final Map<Integer, Course> refunds;
    private final Map<Integer, Course> tickets;
    private final BigDecimal costPerTicket;

    private CustomerHistory(
            CustomerSpans customers,
            SegmentSignatures signatures,
            Map<Integer, Course> purchases,
            Map<Integer, Course> refunds,
            Map<Integer, Course> tickets,
            BigDecimal costPerTicket) {
        this.customers = customers;
        this.signatures = signatures;
        this.purchases = purchases;
        this.refunds = refunds;
        this.tickets = tickets;
        this.costPerTicket = costPerTicket;
    }

    static CustomerHistory read(ReadTransaction readTransaction, LocalDate today) {
        Handle handle = readTransaction.handle();
        return new CustomerHistory(
                CustomerSpans.read(readTransaction, new Period(EVER, today.plusDays(1))),
                SegmentSignatures.read(handle),
                courses(handle, PURCHASES),
                courses(handle, REFUNDS),
                courses(handle, TICKETS),
                cost(handle));
    }

    /** Nothing where the settings name none. */
    private static BigDecimal cost(Handle handle) {
        return handle.select("select coalesce(cost_per_ticket, 0) from settings")
                .mapTo(BigDecimal.class)
                .one();
    }

    private static Map<Integer, Course> courses(Handle handle, String select) {
        return new SqlBuilder().add(select).scan(handle, 10_000, CustomerHistory::courses);
    }

    private static Map<Integer, Course> courses(ResultSet row) throws SQLException {
        Map<Integer, Course> courses = new HashMap<>();
        int person = 0;
        long[] at = new long[16];
        long[] sums = new long[16];
        int count = 0;
        while (row.next()) {
            if (row.getInt(1) != person) {
                keep(courses, person, at, sums, count);
                person = row.getInt(1);
                count = 0;
            }
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
                sums = Arrays.copyOf(sums, 2 * count);
            }
            at[count] = row.getLong(2);
            sums[count] = row.getLong(3) + (count == 0 ? 0 : sums[count - 1]);
            count++;
        }
        keep(courses, person, at, sums, count);
        return courses;
    }

    private static void keep(Map<Integer, Course> courses, int person, long[] at, long[] sums, int count) {
        if (count > 0) {
            courses.put(person, new Course(Arrays.copyOf(at, count), Arrays.copyOf(sums, count)));
        }
    }

    BigDecimal costPerTicket() {
        return costPerTicket;
    }

    int signature(int person, LocalDate day) {
        return signatures.of(person, day);
    }

    /** Of everybody who was a customer at some time from a moment on and before the end. */
    void during(long from, ObservationTime end, Consumer<Life> taker) {
        List<Span> spans = customers.spans();
        for (int first = 0; first < spans.size(); ) {
            int next = first;
            int person = spans.get(first).person();
            boolean any = false;
            while (next < spans.size() && spans.get(next).person() == person) {
                Span span = spans.get(next);
                any |= span.started() < end.micros() && span.ended() >= from;
                next++;
            }
            if (any) {
                taker.accept(life(spans.subList(first, next), end.micros()));
            }
            first = next;
        }
    }

    private Life life(List<Span> theirs, long end) {
        int person = theirs.get(0).person();
        long lived = 0;
        long until = Long.MIN_VALUE;
        long subscribed = 0;
        long money = 0;
        for (Span span : theirs) {
            long to = Math.min(span.ended(), end);
            if (span.started() < end) {
                long from = Math.max(span.started(), until);
                lived += Math.max(0, to - from);
                until = Math.max(until, to);
            }
            if (customers.rule().bySubscription() && span.started() < end) {
                long seconds = (to - span.started()) / SECOND;
                subscribed += seconds;
                money += (Math.multiplyExact(span.amount(), seconds) + MONTH / 2) / MONTH;
            }
        }
        Course bought = purchases.getOrDefault(person, Course.EMPTY);
        int orders = bought.before(end);
        Course returned = refunds.getOrDefault(person, Course.EMPTY);
        return new Life(
                person,
                theirs.get(0).channel(),
                orders,
                lived / SECOND,
                subscribed,
                money + bought.sum(orders) - returned.sum(returned.before(end)),
                tickets.getOrDefault(person, Course.EMPTY).before(end));
    }

    static BigDecimal months(long seconds) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(MONTH), MathContext.DECIMAL64);
    }

    static BigDecimal years(long seconds) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(YEAR), MathContext.DECIMAL64);
    }
}
