package dev.rapport.customers;

import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.HealthPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Holds people's answers to surveys, and the tickets they had: few enough to be read whole. */
final class FeedbackHistory {
    static final int SILENT = -1;

    private static final String ANSWERS = """
            select answer.person_id, (extract(epoch from answer.at) * 1000000)::bigint, answer.score,
                   case when survey.lower_is_better then survey.scale_max else survey.scale_min end,
                   case when survey.lower_is_better then survey.scale_min else survey.scale_max end
            from survey_answer as answer join survey on survey.id = answer.survey_id
            where (answer.person_id = ? or ? = 0 and answer.person_id is not null) and answer.score is not null
              and answer.at < to_timestamp(?)
            order by answer.at, answer.survey_id, answer.score
            """;
    private static final String TICKETS = """
            select visitor.person_id, (extract(epoch from ticket.created_at) * 1000000)::bigint,
                   case when ticket.resolved
                        then (extract(epoch from coalesce(ticket.resolved_at, ticket.created_at)) * 1000000)::bigint
                        else 9223372036854775807 end
            from ticket join visitor on visitor.id = ticket.visitor_id
            where ticket.current and (visitor.person_id = ? or ? = 0)
            """;
    private static final String FIRST_TICKET =
            "select (extract(epoch from min(created_at)) * 1000000)::bigint from ticket where current";

    private record Answer(long at, int points) {}

    private record Ticket(long created, long resolved) {}

    private final Map<Integer, List<Answer>> answers = new HashMap<>();
    private final Map<Integer, List<Ticket>> tickets = new HashMap<>();
    private static final int FETCH = 10_000;
    private long firstTicket = Long.MAX_VALUE;

    private FeedbackHistory() {}

    /** @param person of whom; 0 for everybody */
    static FeedbackHistory read(Handle handle, ObservationTime last, int person) {
        FeedbackHistory feedbackHistory = new FeedbackHistory();
        new SqlBuilder()
                .add(ANSWERS, person, person, last.micros() / 1e6 + 1)
                .read(
                        handle,
                        FETCH,
                        row -> feedbackHistory
                                .answers
                                .computeIfAbsent(row.getInt(1), none -> new ArrayList<>(2))
                                .add(new Answer(
                                        row.getLong(2),
                                        HealthPart.survey(row.getInt(3), row.getInt(4), row.getInt(5)))));
        new SqlBuilder()
                .add(TICKETS, person, person)
                .read(
                        handle,
                        FETCH,
                        row -> feedbackHistory
                                .tickets
                                .computeIfAbsent(row.getInt(1), none -> new ArrayList<>(2))
                                .add(new Ticket(row.getLong(2), row.getLong(3))));
        feedbackHistory.firstTicket =
                handle.select(FIRST_TICKET).mapTo(Long.class).findOne().orElse(Long.MAX_VALUE);
        return feedbackHistory;
    }

    /** Points of the newest answer of the last 365 days; negative when there is none. */
    int newestAnswer(int person, ObservationTime moment) {
        int points = SILENT;
        long from = moment.daysBefore(HealthPart.ANSWER_DAYS).micros();
        for (Answer answer : answers.getOrDefault(person, List.of())) {
            if (answer.at >= from && answer.at < moment.micros()) {
                points = answer.points;
            }
        }
        return points;
    }

    boolean hasTickets(ObservationTime moment) {
        return firstTicket < moment.micros();
    }

    int openTickets(int person, ObservationTime moment) {
        int open = 0;
        for (Ticket ticket : tickets.getOrDefault(person, List.of())) {
            open += ticket.created < moment.micros() && ticket.resolved >= moment.micros() ? 1 : 0;
        }
        return open;
    }

    long ticketsBefore(int person, ObservationTime moment) {
        return tickets.getOrDefault(person, List.of()).stream()
                .filter(ticket -> ticket.created < moment.micros())
                .count();
    }
}
