package dev.rapport.ingest.store;

import dev.rapport.db.Sql;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.web.NameKey;
import dev.rapport.web.Slug;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the surveys that rows name and nobody knows, and tells the id of each. */
public final class SurveyMerge {
    /** Serialises those who add surveys. */
    private static final long LOCK = 0x7261_7073_7572_7601L;

    private static final String ALL =
            "select id, key, name, aliases, kind, scale_min, scale_max, lower_is_better from survey order by id";

    private final Connection connection;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();

    private SurveyMerge(Connection connection) {
        this.connection = connection;
    }

    /** Leaves {@code import_survey (letters, id)}: the surveys of the rows. */
    static void run(Connection connection, FactType target, SurveysOfFile surveys, int importId) throws SQLException {
        if (target.fields().stream().noneMatch(field -> field.key().equals("survey_key"))) {
            return;
        }
        SurveyMerge merge = new SurveyMerge(connection);
        Map<String, SurveysOfFile.Survey> named = merge.named(surveys);
        merge.load();
        if (!merge.ids.keySet().containsAll(named.keySet())) {
            Sql.execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
            merge.load();
            for (SurveysOfFile.Survey survey : named.values()) {
                if (!merge.ids.containsKey(survey.key())) {
                    merge.insert(survey, importId);
                }
            }
            merge.load();
        }
        merge.keep(named.keySet());
    }

    /** Of those that were met, the ones that a row which is kept speaks of. */
    private Map<String, SurveysOfFile.Survey> named(SurveysOfFile surveys) throws SQLException {
        Set<String> spoken = new HashSet<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct f_survey_key from import_winner")) {
            while (row.next()) {
                spoken.add(row.getString(1));
            }
        }
        Map<String, SurveysOfFile.Survey> named = new LinkedHashMap<>();
        surveys.met().stream()
                .filter(survey -> spoken.contains(survey.key()))
                .forEach(survey -> named.put(survey.key(), survey));
        return named;
    }

    /** Of two that have one name, as surveys from before may have, the older one. */
    private void load() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                slugs.add(row.getString("key"));
                for (String letters : letters(row)) {
                    ids.putIfAbsent(letters, row.getInt("id"));
                }
            }
        }
    }

    private void insert(SurveysOfFile.Survey survey, int importId) throws SQLException {
        String slug = Slug.unused(survey.name(), slugs::contains);
        slugs.add(slug);
        Sql.update(
                connection,
                """
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, import_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                slug,
                NameKey.shown(survey.name()),
                survey.kind(),
                survey.min(),
                survey.max(),
                survey.lowerIsBetter(),
                importId);
    }

    private void keep(Set<String> named) throws SQLException {
        Sql.execute(connection, "create temp table import_survey (letters text, id int) on commit drop");
        try (var statement = connection.prepareStatement("insert into import_survey values (?, ?)")) {
            for (String letters : named) {
                statement.setString(1, letters);
                statement.setObject(2, ids.get(letters));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Sql.execute(connection, "analyze import_survey");
    }

    /** The surveys there are, once for each of their names. */
    public static List<SurveysOfFile.Survey> known(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            List<SurveysOfFile.Survey> surveys = new ArrayList<>();
            while (row.next()) {
                for (String letters : letters(row)) {
                    surveys.add(new SurveysOfFile.Survey(
                            letters,
                            row.getString("name"),
                            row.getString("kind"),
                            row.getInt("scale_min"),
                            row.getInt("scale_max"),
                            row.getBoolean("lower_is_better")));
                }
            }
            return surveys;
        }
    }

    private static List<String> letters(ResultSet row) throws SQLException {
        List<String> letters = new ArrayList<>();
        letters.add(NameKey.of(row.getString("name")));
        for (String alias : (String[]) row.getArray("aliases").getArray()) {
            letters.add(NameKey.of(alias));
        }
        return letters;
    }
}
