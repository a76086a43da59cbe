package dev.rapport.ingest.job;

import dev.rapport.ingest.row.Surveys;
import dev.rapport.ingest.store.SurveyMerge;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The surveys there are, for a preview. */
public final class KnownSurveys {
    private KnownSurveys() {}

    public static Surveys of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Surveys(SurveyMerge.known(connection));
        }
    }
}
