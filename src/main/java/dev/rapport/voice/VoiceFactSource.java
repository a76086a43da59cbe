package dev.rapport.voice;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.ReportingTime;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Adds what surveys count as, and knows which of them keep invitations. */
@Singleton
public class VoiceFactSource implements FactSource {
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
    public SortedSet<LocalDate> settle(Handle handle, SortedSet<LocalDate> dirty) {
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        days.addAll(handle.select("""
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
                        """)
                .mapTo(LocalDate.class)
                .list());
        return days;
    }
}
