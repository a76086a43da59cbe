package dev.rapport.voice;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Runs the SQL of the surveys' settings. */
@Singleton
class SurveyQueries {
    private final Jdbi jdbi;

    SurveyQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the transaction of the request. */
    boolean merge(int from, int into) {
        return jdbi.withHandle(handle -> new SurveyMerging(handle).merge(from, into));
    }

    List<SurveysPage.Row> rows() {
        return jdbi.withHandle(handle -> handle.select("""
                        select s.id, s.key, s.name, s.kind, s.scale_min || '–' || s.scale_max, count(r.id),
                               coalesce(string_agg(distinct coalesce(job.file_name, ''), ', '), '')
                        from survey s left join response r on r.survey_id = s.id and r.current
                        left join import_job job on job.id = r.import_id
                        group by s.id order by s.name, s.id
                        """)
                .map((row, context) -> new SurveysPage.Row(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7)))
                .list());
    }

    /** Also answers that count no more, for an import that is taken back may bring them back. */
    long speaking(int survey) {
        return jdbi.withHandle(
                handle -> handle.select("""
                        select (select count(*) from response where survey_id = ?)
                             + (select count(*) from invitation where survey_id = ?)
                        """, survey, survey).mapTo(Long.class).one());
    }
}
