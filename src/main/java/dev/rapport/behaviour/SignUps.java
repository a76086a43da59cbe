package dev.rapport.behaviour;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import dev.rapport.db.SqlPieces;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Selects who signed up, and what their first week was like, as the settings say. Common tables to stand after one
 * called {@code span (from_at, to_at)}; the visit of the sign-up is what belongs to the period and the channel.
 *
 * @param event by which customers sign up; empty: by being seen under their customer number
 * @param keyEvent that counts in the first week; empty: any
 * @param days on how many of the first seven days it must happen
 */
public record SignUps(Optional<String> event, Optional<String> keyEvent, int days) {
    /**
     * The first event of the name ever, whoever it was that sent it then. Events of the period are looked through, and of
     * those few people who sent one, whether they had sent one before.
     */
    private static final String BY_EVENT = SqlFile.of("behaviour/sign_ups_by_event");

    private static final String BY_NUMBER = """
            , newcomer as materialized (
                select session.person_id, session.started_at, session.ended_at, session.channel_id, session.day,
                       session.started_at as signed_at
                from span, person_first as first
                join person on person.id = first.person_id and person.external_id is not null
                join session on session.person_id = first.person_id and session.started_at = first.at
                where first.kind = 1 and first.at >= span.from_at and first.at < span.to_at)
            """;

    private static final String WEEK =
            """
            , week as (
                select newcomer.*,
                       """ + ReportingTime.start("(newcomer.day + 7)") + """
                       as ends_at, seen.key_days, seen.last_day
                from newcomer
                cross join lateral (
                    select count(distinct """ + ReportingTime.day("event.at") + """
                    ) filter (
                               where ?::text = '' or event.name_id = (select id from event_name where name = ?))
                               as key_days,
                           max("""
                    + ReportingTime.day("event.at") + """
                           ) as last_day
                    from visitor join event on event.visitor_id = visitor.id
                    where visitor.person_id = newcomer.person_id
                      and event.at >= newcomer.started_at
                      and event.at < """ + ReportingTime.start("(newcomer.day + 7)") + """
                      ) as seen)
            """;

    /** The event by which they signed up is no event after it. */
    private static final String VALUE = """
            , value as (
                select newcomer.*, (
                    select min(event.at) from visitor join event on event.visitor_id = visitor.id
                    where visitor.person_id = newcomer.person_id and event.at >= newcomer.signed_at
                      and (event.at > newcomer.signed_at
                           or event.name_id is distinct from (select id from event_name where name = ?))
                      and event.name_id = any(array(
                          select id from event_name
                          where name = ? or ?::text = '' and name in (select event_name from feature)))) as value_at
                from newcomer)
            """;

    public static SignUps of(Handle handle) {
        return handle.select("select sign_up_event, first_week_event, first_week_days from settings")
                .map((row, context) -> new SignUps(
                        Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), row.getInt(3)))
                .one();
    }

    /**
     * Adds {@code week}: a row for each who signed up in the span, with person, visit, channel, day, {@code ends_at}, {@code
     * key_days} and {@code last_day} on which anything was seen of them within the week.
     */
    public void addWeeks(SqlPieces sql) {
        addNewcomers(sql);
        String key = keyEvent.orElse("");
        sql.add(WEEK, key, key);
    }

    /**
     * Adds {@code value}: a row for each who signed up in the span, with person, visit, channel, day, {@code signed_at} and {@code
     * value_at}, the first key event since, null while there is none.
     */
    void addValues(SqlPieces sql) {
        addNewcomers(sql);
        String key = keyEvent.orElse("");
        sql.add(VALUE, event.orElse(""), key, key);
    }

    private void addNewcomers(SqlPieces sql) {
        event.ifPresentOrElse(name -> sql.add(BY_EVENT, name, name), () -> sql.add(BY_NUMBER));
    }

    /** Keys of the remarks that say which rule was used. */
    String note() {
        return event.isPresent() ? "signed_up_by_event" : "signed_up_by_number";
    }

    /** The same of what value is. */
    String valueNote() {
        return keyEvent.isPresent() ? "value_by_key_event" : "value_by_any_feature";
    }
}
