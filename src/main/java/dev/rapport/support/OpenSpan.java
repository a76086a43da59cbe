package dev.rapport.support;

import dev.rapport.db.SqlBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Holds from when to when a ticket was open, with segments that its customer was in for a part of that time. A ticket
 * has as many spans as its customer held segments, and one when nothing is known.
 *
 * @param created microseconds of the epoch
 * @param resolved the same; the greatest number while it is open
 * @param issueType the empty text where none is named
 * @param isTicket whether it is the ticket's first span
 * @param signature of the segments, held from a day up to another
 */
record OpenSpan(
        long created,
        long resolved,
        int channel,
        String issueType,
        boolean isTicket,
        int signature,
        LocalDate heldFrom,
        LocalDate heldTo) {
    static final int NOTHING_KNOWN = 1;

    private static final String SELECT = """
            select ticket.id, (extract(epoch from ticket.created_at) * 1000000)::bigint as created,
                   (extract(epoch from ticket.resolved_at) * 1000000)::bigint as resolved, ticket.channel_id,
                   coalesce(ticket.issue_type, '') as issue_type,
                   coalesce(theirs.signature_id, 1) as signature_id,
                   coalesce(theirs.from_day, '-infinity') as from_day, coalesce(theirs.to_day, 'infinity') as to_day
            from ticket
            left join visitor on visitor.id = ticket.visitor_id
            left join person_signature as theirs
                on theirs.person_id = visitor.person_id and theirs.from_day <= ? and theirs.to_day > ?
            where ticket.current and ticket.created_at < ? and (not ticket.resolved or ticket.resolved_at >= ?)
            order by ticket.id
            """;

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
        long before = -1;
        while (row.next()) {
            long id = row.getLong("id");
            long resolved = row.getLong("resolved");
            boolean open = row.wasNull();
            spans.add(new OpenSpan(
                    row.getLong("created"),
                    open ? Long.MAX_VALUE : resolved,
                    row.getInt("channel_id"),
                    row.getString("issue_type"),
                    id != before,
                    row.getInt("signature_id"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class)));
            before = id;
        }
        return List.copyOf(spans);
    }

    private static OffsetDateTime moment(long micros) {
        return Instant.EPOCH
                .plusNanos(micros % 1_000_000 * 1_000)
                .plusSeconds(micros / 1_000_000)
                .atOffset(ZoneOffset.UTC);
    }
}
