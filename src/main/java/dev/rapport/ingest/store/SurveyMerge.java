package dev.rapport.ingest.store;

import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.mapping.AnswerFaults;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.voice.AnswerWords;
import dev.rapport.voice.ScoreClasses;
import dev.rapport.web.NameKey;
import dev.rapport.web.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Makes the surveys that rows name and nobody knows, and tells the id of each. */
public final class SurveyMerge {
    /** Serialises those who add surveys. */
    private static final long LOCK = 0x7261_7073_7572_7601L;

    private static final String ALL = """
            select id, key, name, aliases, kind, scale_min, scale_max, lower_is_better, words::text, score_classes::text
            from survey order by id
            """;

    private final Handle handle;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();

    private SurveyMerge(Handle handle) {
        this.handle = handle;
    }

    /**
     * Leaves {@code import_survey (letters, id)}: the surveys of the rows.
     *
     * @throws RefusedException when what the mapping says that scores count as does not fit the scale of a survey, or the answers
     *     that it has
     */
    static void run(Handle handle, FactType target, Mapping mapping, SurveysOfFile surveys, int importId) {
        if (target.fields().stream().noneMatch(field -> field.key().equals("survey_key"))) {
            return;
        }
        SurveyMerge merge = new SurveyMerge(handle);
        Map<String, SurveysOfFile.Survey> named = merge.named(surveys);
        merge.load();
        if (!merge.ids.keySet().containsAll(named.keySet())) {
            handle.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            merge.load();
            for (SurveysOfFile.Survey survey : named.values()) {
                if (!merge.ids.containsKey(survey.key())) {
                    merge.insert(survey, importId);
                }
            }
            merge.load();
        }
        merge.keep(named.keySet());
        named.values().forEach(survey -> merge.count(survey, mapping, surveys.words(survey.key())));
    }

    /**
     * A survey that has answers counts as it says itself, and a mapping that says otherwise is refused; one that has none, as the
     * mapping says. New words come to those that it knows.
     */
    private void count(SurveysOfFile.Survey survey, Mapping mapping, Map<String, Integer> words) {
        Optional<String> said = AnswerFaults.said(mapping, survey.key());
        if (said.isPresent()) {
            AnswerFaults.ofClasses(mapping, survey).ifPresent(fault -> {
                throw new RefusedException(Refusal.MAPPING, fault.what());
            });
            ScoreClasses classes = ScoreClasses.read(
                            survey.kind(), survey.min(), survey.max(), ScoreClasses.parts(said.get()))
                    .classes();
            boolean standard = classes.equals(
                    ScoreClasses.standard(handle, survey.kind(), survey.min(), survey.max(), survey.lowerIsBetter()));
            count(survey, MappingJson.object(standard ? Map.of() : classes.toKeep()));
        }
        if (!words.isEmpty()) {
            boolean isScale = handle.select("""
                            update survey set words = ?::jsonb || words where id = ?
                            returning (select count(*) from jsonb_object_keys(words)) <= ?
                            """, MappingJson.object(words), ids.get(survey.key()), AnswerWords.MOST)
                    .mapTo(Boolean.class)
                    .one();
            if (!isScale) {
                throw new RefusedException(Refusal.TOO_MANY_WORDS, survey.name());
            }
        }
    }

    /** What answers count as that are there is changed in the settings, where one sees them: no file does so by the way. */
    private void count(SurveysOfFile.Survey survey, String classes) {
        handle.execute("""
                update survey set score_classes = ?::jsonb
                where id = ? and score_classes = '{}' and not exists (select from response where survey_id = survey.id)
                """, classes, ids.get(survey.key()));
        boolean otherwise = handle.select(
                        "select score_classes <> ?::jsonb from survey where id = ?", classes, ids.get(survey.key()))
                .mapTo(Boolean.class)
                .one();
        if (otherwise) {
            throw new RefusedException(Refusal.COUNTS_OTHERWISE, survey.name());
        }
    }

    /** Of those that were met, the ones that a row which is kept speaks of. */
    private Map<String, SurveysOfFile.Survey> named(SurveysOfFile surveys) {
        Set<String> spoken = handle.select("select distinct f_survey_key from import_winner")
                .mapTo(String.class)
                .set();
        Map<String, SurveysOfFile.Survey> named = new LinkedHashMap<>();
        surveys.met().stream()
                .filter(survey -> spoken.contains(survey.key()))
                .forEach(survey -> named.put(survey.key(), survey));
        return named;
    }

    /** Of two that have one name, as surveys from before may have, the older one. */
    private void load() {
        new SqlBuilder().add(ALL).read(handle, row -> {
            slugs.add(row.getString("key"));
            for (String letters : letters(
                    row.getString("name"), (String[]) row.getArray("aliases").getArray())) {
                ids.putIfAbsent(letters, row.getInt("id"));
            }
        });
    }

    private void insert(SurveysOfFile.Survey survey, int importId) {
        String slug = Slug.unused(survey.name(), slugs::contains);
        slugs.add(slug);
        handle.execute(
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

    private void keep(Set<String> named) {
        handle.execute("create temp table import_survey (letters text, id int) on commit drop");
        try (PreparedBatch batch = handle.prepareBatch("insert into import_survey values (?, ?)")) {
            named.forEach(letters -> batch.add(letters, ids.get(letters)));
            batch.execute();
        }
        handle.execute("analyze import_survey");
    }

    /** The surveys there are, once for each of their names. */
    public static SurveysOfFile known(Handle handle) {
        List<SurveysOfFile.Survey> surveys = new ArrayList<>();
        new SqlBuilder().add(ALL).read(handle, row -> {
            for (String letters : letters(
                    row.getString("name"), (String[]) row.getArray("aliases").getArray())) {
                surveys.add(new SurveysOfFile.Survey(
                        letters,
                        row.getString("name"),
                        row.getString("kind"),
                        row.getInt("scale_min"),
                        row.getInt("scale_max"),
                        row.getBoolean("lower_is_better"),
                        MappingJson.places(row.getString("words")),
                        MappingJson.texts(row.getString("score_classes"))));
            }
        });
        return new SurveysOfFile(surveys);
    }

    private static List<String> letters(String name, String... aliases) {
        return Stream.concat(Stream.of(name), Stream.of(aliases))
                .map(NameKey::of)
                .toList();
    }
}
