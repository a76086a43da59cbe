package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.SurveyItems;
import dev.rapport.testsupport.Facts;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoteTextsTest {
    private static final SurveyItems SURVEYS = new SurveyItems(
            Map.of(),
            Optional.empty(),
            List.of(
                    new SurveyItems.Survey(1, "five", "ces", 1, 5, true, true, 10),
                    new SurveyItems.Survey(2, "seven", "ces", 1, 7, true, false, 20)));

    @Test
    void everyRemarkOfAMetricHasItsWords() {
        Set<String> words = Stream.of(NoteMessages.class.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> notes = new TreeSet<>(Set.of(
                "survey_of_another_kind",
                "customers_by_subscription",
                "customers_by_orders",
                "active_by_visit",
                "active_by_order",
                "not_by_segment",
                "choose_a_campaign",
                "choose_a_variant"));
        for (String query :
                List.of("stat=mean", "waiting=left-out", "without-single=true", "per=followers", "compare=none")) {
            Catalogue.all().forEach(metric -> notes.addAll(metric.notes(Facts.slice(query), SURVEYS)));
        }

        assertThat(notes).hasSizeGreaterThan(10);
        assertThat(words).containsAll(notes);
    }
}
