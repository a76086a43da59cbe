package dev.rapport.support;

import dev.rapport.db.SqlBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Holds from when to when a ticket was open, with segments that its customer was in for a part of that time. A ticket
 * has as many spans as its customer held segments, and one when nothing is known.
 *
 * @param created microseconds of the epoch
 * @param resolved the same; the greatest number while it is open
 * @param said what it says of itself, in the order of {@link TicketParts#SAID}; the empty text where nothing
 * @param isTicket whether it is the ticket's first span
 * @param signature of the segments, held from a day up to another
 */
record OpenSpan(
        long created,
        long resolved,
        int channel,
        List<String> said,
        boolean isTicket,
        int signature,
        LocalDate heldFrom,
        LocalDate heldTo) {
    static final int NOTHING_KNOWN = 1;

    private static final String SELECT = """
            select ticket.id, (extract(epoch from ticket.created_at) * 1000000)::bigint as created,
                   (extract(epoch from ticket.resolved_at) * 1000000)::bigint as resolved, ticket.channel_id,
                   %s,
                   coalesce(theirs.signature_id, 1) as signature_id,
                   coalesce(theirs.from_day, '-infinity') as from_day, coalesce(theirs.to_day, 'infinity') as to_day
            from ticket
            left join visitor on visitor.id = ticket.visitor_id
            left join person_signature as theirs
                on theirs.person_id = visitor.person_id and theirs.from_day <= ? and theirs.to_day > ?
            where ticket.current and ticket.created_at < ? and (not ticket.resolved or ticket.resolved_at >= ?)
            order by ticket.id
            """.formatted(TicketParts.said());

    private static final int FIRST_SAID = 5;

    /** Those of tickets that were open at one of the moments, or between the first and the last of them. */
    static List<OpenSpan> read(Handle handle, OpenTickets.Moments moments) {
        int last = moments.ends().length - 1;
        return new SqlBuilder()
                .add(
                        SELECT,
                        moments.days()[last],
                        moments.days()[0],
                        moment(moments.ends()[last]),
                        moment(moments.ends()[0]))
                .scan(handle, 10_000, OpenSpan::read);
    }

    private static List<OpenSpan> read(ResultSet row) throws SQLException {
        List<OpenSpan> spans = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        long before = -1;
        while (row.next()) {
            long id = row.getLong("id");
            long resolved = row.getLong("resolved");
            boolean open = row.wasNull();
            spans.add(new OpenSpan(
                    row.getLong("created"),
                    open ? Long.MAX_VALUE : resolved,
                    row.getInt("channel_id"),
                    said(row, names),
                    id != before,
                    row.getInt("signature_id"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class)));
            before = id;
        }
        return List.copyOf(spans);
    }

    /** One text for each name: many tickets say the same. */
    private static List<String> said(ResultSet row, Map<String, String> names) throws SQLException {
        String[] said = new String[TicketParts.SAID.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = names.computeIfAbsent(row.getString(FIRST_SAID + i), name -> name);
        }
        return List.of(said);
    }

    private static OffsetDateTime moment(long micros) {
        return Instant.EPOCH
                .plusNanos(micros % 1_000_000 * 1_000)
                .plusSeconds(micros / 1_000_000)
                .atOffset(ZoneOffset.UTC);
    }
}
