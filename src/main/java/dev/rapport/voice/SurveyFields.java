package dev.rapport.voice;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.id;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import java.util.regex.Pattern;

/** Says which survey a row belongs to, and how that one asks. */
final class SurveyFields {
    /** What the name of a column with answers has. */
    static final Pattern ANSWER = Pattern.compile(
            "(?i)\\bscore\\b|rating|\\bnps\\b|\\bcsat\\b|\\bces\\b|\\bstars?\\b|satisf|smiley|emoji|respon(?:se|dent)[ _]?id|recommend");

    static final FactField SURVEY = text("survey", 200).like("survey name", "questionnaire", "survey title");
    static final FactField SURVEY_KIND = choice(
                    "kind",
                    "nps",
                    "net promoter score",
                    "csat",
                    "satisfaction",
                    "ces",
                    "customer effort score|effort",
                    "rating",
                    "stars|review")
            .like("survey kind", "survey type", "metric");
    static final FactField SCALE_MIN = whole("scale_min", -1_000, 1_000);
    static final FactField SCALE_MAX = whole("scale_max", -1_000, 1_000);
    static final FactField DIRECTION =
            choice("direction", "higher", "higher is better|up", "lower", "lower is better|down");
    static final FactField SURVEY_KEY = id("survey_key").worked();

    private SurveyFields() {}
}
