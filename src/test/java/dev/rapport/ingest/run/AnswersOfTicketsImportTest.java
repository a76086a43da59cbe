package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets with agents and teams, and answers that say their ticket, brought in by what is suggested. */
class AnswersOfTicketsImportTest {
    private static final String TICKETS = """
            Ticket ID,Created At,First Response At,Channel,Issue Type,Priority,Assignee,Group
            T1,2026-10-05 14:00:00,2026-10-05 15:00:00,email,billing,High,Ann,First line
            T2,2026-10-06 14:00:00,2026-10-06 17:00:00,email,billing,high,ANN,first line
            T3,2026-10-07 14:00:00,2026-10-07 15:00:00,chat,delivery,low,Bo,Second line
            """;

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
        user.bring("tickets.csv", TICKETS);
    }

    @Test
    void oneSpellingOfAgentsTeamsAndPriorities() {
        assertThat(user.october("ticket_volume", 0)).isEqualTo("3");
        assertThat(of("ticket_volume", "agent=ann", 0)).isEqualTo("2");
        assertThat(of("ticket_volume", "team=FIRST LINE", 0)).isEqualTo("2");
        assertThat(of("ticket_volume", "priority=high", 0)).isEqualTo("2");
        assertThat(of("first_response_time", "agent=Ann", 0)).isEqualTo("7200");
        assertThat(of("answered_tickets", "agent=bo", 0)).isEqualTo("1");
    }

    @Test
    void aColumnSaysTheTicketAndAnotherTheFeature() {
        var report = user.bring("answers.csv", """
                Response ID,Ticket ID,Responded At,CSAT,Product
                R1,T1,2026-10-06 10:00:00,5,Till
                R2,T2,2026-10-07 10:00:00,1,Till
                R3,T3,2026-10-08 10:00:00,4,Stock
                R4,,2026-10-08 10:00:00,2,
                """);
        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(of("csat", "agent=Ann", 0)).isEqualTo("50");
        assertThat(of("csat", "issue-type=delivery", 0)).isEqualTo("100");
        assertThat(of("csat", "team=Second line", 0)).isEqualTo("100");
        assertThat(of("csat", "feature=Till", 0)).isEqualTo("50");
        assertThat(user.october("csat", 0)).isEqualTo("50");
    }

    @Test
    void whatAHelpdeskNumbersByItsTicketIsAboutThatTicket() {
        var step = user.look("""
                Ticket ID,Responded At,CSAT
                T1,2026-10-06 10:00:00,5
                T3,2026-10-07 10:00:00,1
                """);
        assertThat(step.mapping().binding("key").orElseThrow().columns()).isEqualTo(List.of("Ticket ID"));
        assertThat(step.mapping().binding("ticket").orElseThrow().columns()).isEqualTo(List.of("Ticket ID"));
        user.bring("answers.csv", """
                Ticket ID,Responded At,CSAT
                T1,2026-10-06 10:00:00,5
                T3,2026-10-07 10:00:00,1
                """);
        assertThat(of("csat", "agent=Ann", 0)).isEqualTo("100");
        assertThat(of("csat", "agent=Bo", 0)).isEqualTo("0");
    }

    private String of(String metric, String part, int decimals) {
        return user.value(metric, "from=2026-10-01&to=2026-10-31&" + part, decimals);
    }
}
