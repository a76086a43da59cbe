package dev.rapport.ingest.mapping;

import dev.rapport.fact.RejectReason;
import dev.rapport.support.HelpdeskStates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Derives from a ticket's times, state and durations whether it is resolved, when, and since when somebody has
 * answered. What cannot be used is noted, and leaves the ticket as it is: a time of which nothing can be said.
 */
final class TicketRule {

    /** Who answers without being a person; names that people have too must stand alone or beside what tells. */
    private static final Pattern BOT =
            Pattern.compile("(?iu)(?:.*[^\\p{L}])?(?:(?:chat|answer|auto|voice|live)?[-_ ]?bots?|robot"
                    + "|automat\\p{L}*|auto[-_ ]?(?:re(?:ply|sponse|sponder))|workflows?|trigger|macro"
                    + "|virtual[-_ ](?:agent|assistant)|a\\.?i\\.?[-_ ](?:agent|assistant|bot|copilot))(?:[^\\p{L}].*)?"
                    + "|\\p{L}+bot(?: \\d+)?|a\\.?i\\.?|system|auto|fin(?:[-_ ]ai.*)?|freddy(?:[-_ ]ai.*)?|machine");

    private TicketRule() {}

    static void apply(MappedRow row) {
        boolean responseUnknown = "false".equals(row.get("first_response_known"));
        boolean resolutionUnknown = "false".equals(row.get("resolution_known"));
        row.set("first_response_known", null);
        row.set("resolution_known", null);
        Optional<Instant> created = row.moment("created");
        if (created.isPresent()) {
            firstResponse(row, created.get());
            resolution(row, created.get());
        }
        if (responseUnknown) {
            row.set("first_response_known", "false");
        }
        if (resolutionUnknown) {
            row.set("resolution_known", "false");
        }
        for (String used : new String[] {"first_response_after", "resolved_after", "answered_by"}) {
            row.set(used, null);
        }
        row.set("first_response_unit", null);
        row.set("resolved_unit", null);
    }

    private static void firstResponse(MappedRow row, Instant created) {
        String who = row.get("answered_by");
        if (who != null && isBot(who)) {
            row.note("answered_by", who, RejectReason.BOT_ANSWERED);
            row.set("first_response", null);
            row.set("first_response_known", "false");
            return;
        }
        boolean given = row.get("first_response") != null;
        Optional<Instant> at = end(row, "first_response", created).or(() -> after(row, "first_response", created));
        row.set("first_response", at.map(IsoMoment::text).orElse(null));
        if (at.isEmpty() && given) {
            row.set("first_response_known", "false");
        }
    }

    private static void resolution(MappedRow row, Instant created) {
        String state = row.get("state");
        String said = row.get("resolved");
        if (HelpdeskStates.NO_TICKET.equals(state)) {
            row.note("state", state, RejectReason.NO_TICKET);
        }
        if (state != null && !state.equals(HelpdeskStates.RESOLVED)) {
            row.set("resolved", null);
            return;
        }
        Optional<Instant> at = end(row, "resolved", created).or(() -> after(row, "resolved", created));
        if (at.isPresent()) {
            row.set("resolved", IsoMoment.text(at.get()));
        } else if (said != null || state != null) {
            if (said == null) {
                row.note("resolved", "", RejectReason.END_MISSING);
            }
            row.set("state", HelpdeskStates.RESOLVED);
            row.set("resolution_known", "false");
            row.set("resolved", dated(row, created).map(IsoMoment::text).orElse(null));
        }
    }

    /** When it ended; empty, and noted, where that is no moment or lies before the start. */
    private static Optional<Instant> end(MappedRow row, String field, Instant created) {
        Optional<Instant> at = row.moment(field);
        if (at.isEmpty()) {
            return at;
        }
        boolean before = at.get().isBefore(created);
        boolean wholeDay = row.isDay(field)
                || row.isDay("created")
                || before && isMidnight(at.get(), row.zone()) && isSameDay(at.get(), created, row.zone());
        if (wholeDay || before) {
            boolean dayBefore = wholeDay && isDayBefore(at.get(), created, row.zone());
            row.note(
                    field,
                    row.get(field),
                    before && (!wholeDay || dayBefore) ? RejectReason.ENDS_BEFORE_START : RejectReason.NO_TIME_OF_DAY);
            return Optional.empty();
        }
        return at;
    }

    private static Optional<Instant> after(MappedRow row, String field, Instant created) {
        String text = row.get(field + "_after");
        if (text == null) {
            return Optional.empty();
        }
        Optional<Duration> took = ElapsedTime.read(text, Optional.ofNullable(row.get(field + "_unit")), row.decimals());
        if (took.isEmpty()) {
            row.note(field + "_after", text, RejectReason.NOT_A_DURATION);
        }
        return took.map(created::plus);
    }

    /** The day on which it was resolved, where that much is known; not before the ticket began. */
    private static Optional<Instant> dated(MappedRow row, Instant created) {
        return row.moment("resolved")
                .filter(at -> at.isAfter(created)
                        || isMidnight(at, row.zone()) && isSameDay(at, created, row.zone())
                        || row.isDay("created") && !isDayBefore(at, created, row.zone()))
                .map(at -> at.isBefore(created) ? created : at);
    }

    private static boolean isMidnight(Instant at, ZoneId zone) {
        return LocalTime.ofInstant(at, zone).equals(LocalTime.MIDNIGHT);
    }

    private static boolean isSameDay(Instant at, Instant other, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(other, zone));
    }

    private static boolean isDayBefore(Instant at, Instant other, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).isBefore(LocalDate.ofInstant(other, zone));
    }

    static boolean isBot(String text) {
        return BOT.matcher(text.strip()).matches();
    }
}
