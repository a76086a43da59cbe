package dev.rapport.ingest.run;

import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.store.SurveyMerge;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lists the surveys there are, for a preview. */
public final class KnownSurveys {
    private KnownSurveys() {}

    public static SurveysOfFile of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new SurveysOfFile(SurveyMerge.known(connection));
        }
    }
}
