package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets as helpdesks export them, brought in by what is suggested. */
class TicketImportTest {
    private static final String MARCH = "from=2024-03-01&to=2024-03-31";
    private static final String ANSWERED = "&waiting=left-out";

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void anEndThatCannotBeUsedLeavesTheTicketResolvedAndItsDurationUnknown() {
        var report = user.bring("tickets.csv", """
                Ticket Number,Created At,First Response At,Closed At,Channel
                T1,2026-10-05 14:00:00,2026-10-05,2026-10-06,email
                T2,2026-10-05 09:00:05,2026-10-05 09:00:00,2026-10-05 11:00:00,chat
                T3,2026-10-06 14:00:00,2026-10-06 15:00:00,2026-10-06,email
                T4,2026-10-07 14:00:00,2026-10-07 16:00:00,2026-10-08,email
                T5,2026-10-09 14:00:00,,2026-10-08 12:00:00,email
                T6,2026-10-10 14:00:00,,2026-10-10 00:00:00,email
                """);
        assertThat(report.counts()).isEqualTo("6 read, 6 stored, 0 known, 0 rejected");
        assertThat(user.october("ticket_volume", 0)).isEqualTo("6");
        assertThat(user.october("resolution_rate", 0)).isEqualTo("100");
        assertThat(user.october("backlog", 0)).isEqualTo("0");
        // that of the 9th ended at a time that is not known
        assertThat(user.october("resolved_tickets", 0)).isEqualTo("5");
        assertThat(user.value("resolved_tickets", "from=2026-10-06&to=2026-10-06", 0))
                .isEqualTo("2");
        // 1 and 2 hours; of the others nothing is known, and none of them waits
        assertThat(hours("first_response_time", "from=2026-10-01&to=2026-10-31"))
                .isEqualTo("1.5");
        assertThat(n("first_response_time")).isEqualTo(2);
        assertThat(hours("resolution_time", "from=2026-10-01&to=2026-10-31")).isEqualTo("2");
        assertThat(n("resolution_time")).isEqualTo(1);
        assertThat(notes(report))
                .contains(
                        "2 First Response At NO_TIME_OF_DAY",
                        "3 First Response At ENDS_BEFORE_START",
                        "4 Closed At NO_TIME_OF_DAY",
                        "6 Closed At ENDS_BEFORE_START",
                        "7 Closed At NO_TIME_OF_DAY");
    }

    @Test
    void aReopenedTicketIsOpenAndAMergedOneIsNone() {
        user.bring("tickets.csv", """
                Ticket Number,Created At,First Response At,Closed At,State,Reopen Count
                Z1,2026-10-01 09:00:00,2026-10-01 09:30:00,2026-10-01 11:00:00,closed,0
                Z2,2026-10-02 09:00:00,2026-10-02 09:30:00,2026-10-02 11:00:00,open,1
                Z3,2026-10-03 09:00:00,2026-10-03 09:30:00,2026-10-03 11:00:00,merged,0
                Z4,2026-10-04 09:00:00,,,new,0
                """);
        assertThat(user.october("ticket_volume", 0)).isEqualTo("3");
        assertThat(user.october("resolved_tickets", 0)).isEqualTo("1");
        assertThat(user.october("resolution_rate", 2)).isEqualTo("33.33");
        assertThat(user.october("backlog", 0)).isEqualTo("2");
        assertThat(user.october("reopened", 0)).isEqualTo("1");
    }

    @Test
    void theNewestStateCounts() {
        String header = "Ticket Number,Created At,Closed At,Status\n";
        user.bring("first.csv", header + "Z1,2026-10-01 09:00,2026-10-01 11:00,Closed\nZ2,2026-10-02 09:00,,Open\n");
        assertThat(user.october("backlog", 0)).isEqualTo("1");
        var reopened = user.bring(
                "second.csv", header + "Z1,2026-10-01 09:00,2026-10-01 11:00,Re-opened\nZ2,2026-10-02 09:00,,Spam\n");
        assertThat(user.october("ticket_volume", 0)).isEqualTo("1");
        assertThat(user.october("backlog", 0)).isEqualTo("1");
        assertThat(user.october("resolution_rate", 0)).isEqualTo("0");
        user.data.imports.undo(reopened.id());
        user.data.refresh();
        assertThat(user.october("ticket_volume", 0)).isEqualTo("2");
        assertThat(user.october("resolution_rate", 0)).isEqualTo("50");
    }

    @Test
    void aStateInWordsOfOnesOwnIsAsked() {
        String file = """
                Ticket Number,Created At,Closed At,Status
                1,2026-10-01 09:00,,Waiting for parts
                2,2026-10-01 09:00,2026-10-02 09:00,Closed
                3,2026-10-01 09:00,,Handed over
                """;
        assertThat(user.look(file).asked()).containsExactly("STATE:Handed over", "STATE:Waiting for parts");
        user.bring("tickets.csv", file, Map.of("STATE:Handed over", "resolved", "STATE:Waiting for parts", "open"));
        assertThat(user.october("resolution_rate", 2)).isEqualTo("66.67");
        assertThat(user.october("backlog", 0)).isEqualTo("1");
        // resolved, nobody knows when
        assertThat(user.october("resolved_tickets", 0)).isEqualTo("1");
        assertThat(user.value("resolved_tickets", "from=2026-10-01&to=2026-10-31&dated=unknown", 0))
                .isEqualTo("1");
    }

    @Test
    void whatABotAnswersIsNoReply() {
        user.bring("tickets.csv", """
                Ticket Number,Created At,First Response At,First Response By,Closed At,Channel
                T1,2026-10-05 14:00:00,2026-10-05 14:00:02,bot,2026-10-06 10:00:00,chat
                T2,2026-10-06 14:00:00,2026-10-06 14:00:02,Answer Bot,2026-10-07 10:00:00,chat
                T3,2026-10-07 14:00:00,2026-10-07 18:00:00,agent,2026-10-08 10:00:00,chat
                """);
        assertThat(hours("first_response_time", "from=2026-10-01&to=2026-10-31"))
                .isEqualTo("4");
        assertThat(n("first_response_time")).isEqualTo(1);
        assertThat(user.october("ticket_volume", 0)).isEqualTo("3");
    }

    @Test
    void repliesInMinutesAreMoments() {
        user.bring("export.csv", """
                Summation column,Id,Requester,Requester id,Requester email,Status,Priority,Via,Ticket type,Created at,Solved at,Resolution time,Satisfaction Score,Reopens,First reply time in minutes,First reply time in minutes within business hours
                1,10011,Anna Berg,361001,anna.berg@example.org,Closed,Normal,Web form,Question,2024-03-04 09:12,2024-03-04 12:00,2,Good,0,45,45
                1,10012,Petr Novak,361002,petr.novak@example.org,Solved,High,Mail,Problem,2024-03-04 22:40,2024-03-06 08:00,33,Bad,1,620,50
                1,10013,Rui Silva,361003,rui.silva@example.org,Open,-,Native Messaging,-,2024-03-05 08:00,-,-,Offered,0,-,-
                """);
        assertThat(user.value("ticket_volume", MARCH, 0)).isEqualTo("3");
        assertThat(user.value("first_response_time", MARCH + ANSWERED, 0)).isEqualTo(String.valueOf((45 + 620) * 30));
        assertThat(user.data.ask("first_response_time", MARCH).figure().n()).isEqualTo(3);
        assertThat(user.value("backlog", MARCH, 0)).isEqualTo("1");
    }

    @Test
    void timesOverADayAndDatesOfTheSameMomentAgree() {
        user.bring("tickets.csv", """
                Ticket ID,Subject,Status,Priority,Source,Type,Agent,Created time,Due by Time,Resolved time,Closed time,Initial response time,First response time (in hrs),Resolution time (in hrs),Resolution status,First response status,Survey results,Full name,Contact ID
                19381,Cannot log in,Closed,Low,Email,Problem,Eva Lind,2024-03-04 09:12:01,2024-03-06 09:12:01,2024-03-04 12:00:00,2024-03-04 12:00:05,2024-03-04 09:57:01,00:45:00,02:47:59,Within SLA,Within SLA,Extremely satisfied,Anna Berg,anna.berg@example.org
                19388,Invoice wrong,Resolved,High,Portal,Incident,Omar Aziz,2024-03-04 22:40:00,2024-03-06 22:40:00,2024-03-06 08:00:00,,2024-03-05 09:00:00,10:20:00,33:20:00,SLA Violated,Within SLA,Slightly dissatisfied,Petr Novak,petr.novak@example.org
                19390,Parcel?,Open,Low,Feedback Widget,,No Agent,2024-03-05 08:00:00,2024-03-07 08:00:00,,,,,,,,,Rui Silva,rui.silva@example.org
                """);
        assertThat(user.value("first_response_time", MARCH + ANSWERED, 0)).isEqualTo(String.valueOf((45 + 620) * 30));
        assertThat(user.value("resolution_time", MARCH + ANSWERED + "&stat=mean", 1))
                .isEqualTo("65039.5");
        assertThat(user.data.imports.number("select count(*) from person where email like '%@example.org'"))
                .isEqualTo(3);
    }

    @Test
    void durationsWithoutAMomentAreTakenAndDeadlinesAreNot() {
        user.bring("conversations.csv", """
                Conversation ID,Conversation started at (Europe/Stockholm),Channel,Current conversation state,Teammate currently assigned,First response time (seconds),Conversation rating,User email
                215468412345678,2024-03-04 09:12:01,Messenger,closed,Eva Lind,2700,5,anna.berg@example.org
                215468412345679,2024-03-04 22:40:00,Email,open,Omar Aziz,37200,2,petr.novak@example.org
                """);
        assertThat(user.value("first_response_time", MARCH, 0)).isEqualTo("19950");
        assertThat(user.value("resolution_rate", MARCH, 0)).isEqualTo("50");
        assertThat(user.value("backlog", MARCH, 0)).isEqualTo("1");
        assertThat(user.data.imports.text(
                        "select to_char(min(created_at) at time zone 'UTC', 'HH24:MI:SS') from ticket"))
                .isEqualTo("08:12:01");
        assertThat(user.look("""
                        Issue key,Status,Created,Resolved,Custom field (Time to first response),Custom field (Time to resolution)
                        SD-11,Done,2024-03-04 09:12,2024-03-04 12:00,3:15,5:12
                        SD-12,In Progress,2024-03-04 22:40,,-6:20,12:00
                        """).mapping().fields()).containsOnlyKeys("key", "state", "created", "resolved");
    }

    private String hours(String metric, String query) {
        BigDecimal seconds = user.data.ask(metric, query).figure().value().orElseThrow();
        return seconds.divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private long n(String metric) {
        return user.data.ask(metric, "from=2026-10-01&to=2026-10-31").figure().n();
    }

    private List<String> notes(TestImports.Report report) {
        return List.of(user.data
                .imports
                .text(
                        "select string_agg(line || ' ' || column_name || ' ' || reason, ';' order by id) from import_reject"
                                + " where stored and import_id = " + report.id())
                .split(";"));
    }
}
