package dev.rapport.voice;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.ReportingTime;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds what surveys count as, and knows which of them keep invitations. */
@Singleton
public class VoiceContribution implements FactSource {
    @Override
    public String family() {
        return "voice";
    }

    @Override
    public RebuildPhase rebuildPhase() {
        return RebuildPhase.CUSTOMERS;
    }

    /** When a survey gets its first invitation, or loses its last, all its answers come into the response rate, or leave it. */
    @Override
    public SortedSet<LocalDate> settle(Connection connection, SortedSet<LocalDate> dirty) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        with asked as (select distinct survey_id from invitation where current),
                        won as (
                            insert into invited_survey select survey_id from asked
                            on conflict do nothing returning survey_id),
                        lost as (
                            delete from invited_survey where survey_id not in (select survey_id from asked)
                            returning survey_id)
                        select distinct """ + ReportingTime.day("response.at") + """
                        from settings, response
                        where response.current
                          and response.survey_id in (select survey_id from won union all select survey_id from lost)
                        """)) {
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
        }
        return days;
    }
}
