package dev.rapport.voice;

import dev.rapport.web.FormText;
import jakarta.ws.rs.FormParam;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the answers to a survey count as, as a form sends it: ranges of scores for each class, and a place for each word. */
public record SurveyAnswersForm(
        @FormParam("promoter") String promoter,
        @FormParam("passive") String passive,
        @FormParam("detractor") String detractor,
        @FormParam("good") String good,
        @FormParam("bad") String bad,
        @FormParam("words") String words) {
    public SurveyAnswersForm {
        promoter = FormText.tidy(promoter);
        passive = FormText.tidy(passive);
        detractor = FormText.tidy(detractor);
        good = FormText.tidy(good);
        bad = FormText.tidy(bad);
        words = FormText.stripped(words).replace("\0", "");
    }

    /** The texts of a kind's classes. */
    Map<String, String> ranges(String kind) {
        Map<String, String> sent =
                Map.of("promoter", promoter, "passive", passive, "detractor", detractor, "good", good, "bad", bad);
        Map<String, String> ranges = new LinkedHashMap<>();
        ScoreClasses.of(kind).forEach(name -> ranges.put(name, sent.getOrDefault(name, "")));
        return ranges;
    }
}
