package dev.rapport.bench.question;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a peer keeps the facts and is asked. PostgreSQL has the product's tables as they are. DuckDB has the same facts with
 * moments in UTC and, as its users would, the reporting day beside them, so that it need not reckon with time zones.
 */
public enum SqlDialect {
    POSTGRES("PostgreSQL"),
    DUCKDB("DuckDB");

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final String label;

    SqlDialect(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The first moment of a reporting day. */
    String start(LocalDate day) {
        return moment(day.atStartOfDay(ZONE).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private String moment(LocalDateTime utc) {
        return this == POSTGRES ? "timestamptz '" + utc + ":00+00'" : "timestamp '" + utc + ":00'";
    }

    /** The reporting day of a row of facts. */
    String day(String moment) {
        return this == POSTGRES ? "(" + moment + " at time zone '" + ZONE + "')::date" : "day";
    }

    /** The reporting day in which a group of rows begins. */
    private String firstDay() {
        return this == POSTGRES ? day("min(moment)") : "min(day)";
    }

    /** Milliseconds between two moments. */
    String millis(String from, String to) {
        return this == POSTGRES
                ? "(extract(epoch from " + to + " - " + from + ") * 1000)::bigint"
                : "round((epoch_us(" + to + ") - epoch_us(" + from + ")) / 1000.0)::bigint";
    }

    String now() {
        return this == POSTGRES ? "now()" : "(now() at time zone 'UTC')";
    }

    /**
     * Common tables {@code channel_of} a source, made once since the planner knows little of what a window leaves, and
     * {@code hit}: events of people, each with whether it {@code goes_on} with a session, which it does when
     * the same person did something in the 30 minutes before.
     */
    String hits(String columns, LocalDate from, LocalDate to, Duration tail, String people) {
        return """
                with channel_of as materialized (
                    select traffic_source.id as source_id, channel.key
                    from traffic_source join channel on channel.id = traffic_source.channel_id),
                hit as (
                    select visitor.person_id, event."at" as moment, event.source_id%s%s,
                           event."at" - lag(event."at") over (partition by visitor.person_id order by event."at")
                               <= interval '30 minutes' as goes_on
                    from event join visitor on visitor.id = event.visitor_id
                    where event."at" >= %s - interval '30 minutes'
                      and event."at" < %s + interval '%d minutes'%s)
                """.formatted(
                this == POSTGRES ? "" : ", event.day", columns, start(from), start(to), tail.toMinutes(), people);
    }

    /** The events that begin a session, where what comes after them does not matter. */
    String begun(LocalDate from, LocalDate to) {
        return hits("", from, to, Duration.ZERO, "") + """
                , begun as (
                    select person_id, source_id, %s as day from hit where goes_on is not true and moment >= %s)
                """.formatted(day("moment"), start(from));
    }

    /**
     * A common table {@code visit}: the sessions that begin in the period, whole, of all people or of some.
     *
     * @param extra further sums of a session
     */
    String visits(LocalDate from, LocalDate to, String columns, String extra, String people) {
        return hits(columns, from, to, Duration.ofHours(12), people)
                + """
                , numbered as (
                    select *, count(*) filter (where goes_on is not true) over (partition by person_id order by moment) as no
                    from hit),
                visit as (
                    select person_id, %s as day, max(source_id) filter (where goes_on is not true) as source_id%s
                    from numbered
                    group by person_id, no
                    having min(moment) >= %s and min(moment) < %s)
                """.formatted(firstDay(), extra, start(from), start(to));
    }
}
