package dev.rapport.support;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.TicketWait;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds the tickets created in some days and how long they waited for one thing. The quickest come first; at the end
 * those that still do, the newest first.
 *
 * @param created microseconds of the epoch
 * @param took milliseconds, the nearest, until it happened; {@link #OPEN} while it has not, and {@code -1 - x} when the
 *     ticket stopped waiting after x without it
 * @param signature of the segments that the customer was in on the day
 * @param said what it says of itself, in the order of {@link TicketParts#SAID}
 */
record Tickets(long[] created, long[] took, short[] channel, int[] signature, List<TicketNames> said) {
    private static final int BYTES =
            Long.BYTES + Long.BYTES + Short.BYTES + Integer.BYTES + TicketParts.SAID.size() * Integer.BYTES;
    private static final int OVERHEAD = 200;
    private static final int FIRST_SAID = 5;
    private static final long OPEN = Long.MAX_VALUE;

    /** A ticket of which it is not known how long it took is neither waiting nor done; one that is resolved waits for no reply. */
    private static final String SELECT =
            """
            select (extract(epoch from ticket.created_at) * 1000000)::bigint,
                   case when %1$s is not null then (extract(epoch from %1$s - ticket.created_at) * 1000000)::bigint
                        when ticket.resolved
                        then -1 - (extract(epoch from ticket.resolved_at - ticket.created_at) * 1000000)::bigint
                   end as took,
                   ticket.channel_id, coalesce(theirs.signature_id, 1), %3$s
            from ticket
            left join visitor on visitor.id = ticket.visitor_id
            left join person_signature as theirs
                on theirs.person_id = visitor.person_id
                and theirs.from_day <= """ + ReportingTime.day("ticket.created_at") + """
                and """ + ReportingTime.day("ticket.created_at") + """
                < theirs.to_day
            where ticket.current and ticket.created_at >= ? and ticket.created_at < ? and %2$s
            order by took nulls last, ticket.created_at desc
            """;

    static Tickets read(ReadTransaction readTransaction, TicketWait.For awaited, ZoneId zone, Period days) {
        return new SqlBuilder()
                .add(
                        SELECT.formatted(moment(awaited), known(awaited), TicketParts.said()),
                        days.from().atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC),
                        days.to().atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .scan(readTransaction.handle(), 10_000, Tickets::read);
    }

    private static Tickets read(ResultSet row) throws SQLException {
        List<Map<String, Integer>> names = new ArrayList<>();
        TicketParts.SAID.forEach(dimension -> names.add(new LinkedHashMap<>()));
        Tickets tickets = of(64, Collections.nCopies(names.size(), List.of()));
        int count = 0;
        while (row.next()) {
            tickets = count < tickets.created.length ? tickets : tickets.resized(2 * count);
            tickets.created[count] = row.getLong(1);
            long took = row.getLong(2);
            tickets.took[count] = row.wasNull() ? OPEN : took < 0 ? -1 - millis(-1 - took) : millis(took);
            tickets.channel[count] = row.getShort(3);
            tickets.signature[count] = row.getInt(4);
            for (int i = 0; i < names.size(); i++) {
                Map<String, Integer> known = names.get(i);
                tickets.said.get(i).of()[count] =
                        known.computeIfAbsent(row.getString(FIRST_SAID + i), name -> known.size());
            }
            count++;
        }
        return tickets.resized(count)
                .named(names.stream().map(known -> List.copyOf(known.keySet())).toList());
    }

    /** As many, of which nothing is said yet. @param names by dimension */
    static Tickets of(int count, List<List<String>> names) {
        return new Tickets(
                new long[count],
                new long[count],
                new short[count],
                new int[count],
                names.stream()
                        .map(known -> new TicketNames(new int[count], known))
                        .toList());
    }

    /** @param nameOf what the other's names are here, by dimension */
    void set(int ticket, Tickets other, int theirs, int[][] nameOf) {
        created[ticket] = other.created[theirs];
        took[ticket] = other.took[theirs];
        channel[ticket] = other.channel[theirs];
        signature[ticket] = other.signature[theirs];
        for (int i = 0; i < nameOf.length; i++) {
            said.get(i).of()[ticket] = nameOf[i][other.said.get(i).of()[theirs]];
        }
    }

    private Tickets named(List<List<String>> names) {
        return new Tickets(
                created,
                took,
                channel,
                signature,
                IntStream.range(0, names.size())
                        .mapToObj(i -> new TicketNames(said.get(i).of(), names.get(i)))
                        .toList());
    }

    /** Which name each has. @param zone by whose clocks hours are told */
    TicketNames by(Dimension dimension, ZoneId zone) {
        return dimension == Dimension.WEEKDAY_HOUR
                ? TicketNames.ofHours(created, zone)
                : said.get(TicketParts.SAID.indexOf(dimension));
    }

    private static String moment(TicketWait.For awaited) {
        return switch (awaited) {
            case FIRST_RESPONSE -> "ticket.first_response_at";
            case RESOLUTION -> "ticket.resolved_at";
        };
    }

    /** Whether it can be told how long the ticket took, or has waited. */
    static String known(TicketWait.For awaited) {
        String end = "(not ticket.resolved or ticket.resolved_at is not null and ticket.resolution_known)";
        return switch (awaited) {
            case FIRST_RESPONSE ->
                "ticket.first_response_known and (ticket.first_response_at is not null or " + end + ")";
            case RESOLUTION -> end;
        };
    }

    private Tickets resized(int length) {
        return new Tickets(
                Arrays.copyOf(created, length),
                Arrays.copyOf(took, length),
                Arrays.copyOf(channel, length),
                Arrays.copyOf(signature, length),
                said.stream().map(names -> names.resized(length)).toList());
    }

    int count() {
        return created.length;
    }

    /** Whether what it waited for has happened. */
    boolean hasEnded(int ticket) {
        return took[ticket] >= 0 && took[ticket] != OPEN;
    }

    /** How long it took, or has waited until now or until it was given up; to the nearest millisecond. */
    long millis(int ticket, long nowMicros) {
        long millis = took[ticket];
        if (millis == OPEN) {
            return millis(Math.max(0, nowMicros - created[ticket]));
        }
        return millis < 0 ? -1 - millis : millis;
    }

    private static long millis(long micros) {
        return (micros + 500) / 1_000;
    }

    int bytes() {
        return OVERHEAD + count() * BYTES;
    }
}
