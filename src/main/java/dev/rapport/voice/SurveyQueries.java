package dev.rapport.voice;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs the SQL of the surveys' settings. */
@Singleton
class SurveyQueries {
    private final DataSource database;

    SurveyQueries(DataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the transaction of the request. */
    <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Surveys could not be read or changed", e);
        }
    }

    List<SurveysPage.Row> rows() {
        return run(connection -> {
            try (var statement = connection.prepareStatement("""
                            select s.id, s.key, s.name, s.kind, s.scale_min || '–' || s.scale_max, count(r.id),
                                   coalesce(string_agg(distinct coalesce(job.file_name, ''), ', '), '')
                            from survey s left join response r on r.survey_id = s.id and r.current
                            left join import_job job on job.id = r.import_id
                            group by s.id order by s.name, s.id
                            """);
                    var row = statement.executeQuery()) {
                List<SurveysPage.Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new SurveysPage.Row(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getString(7)));
                }
                return rows;
            }
        });
    }

    /** Also answers that count no more, for an import that is taken back may bring them back. */
    long speaking(int survey) {
        return run(connection -> {
            try (var statement = connection.prepareStatement("""
                    select (select count(*) from response where survey_id = ?)
                         + (select count(*) from invitation where survey_id = ?)
                    """)) {
                statement.setInt(1, survey);
                statement.setInt(2, survey);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
