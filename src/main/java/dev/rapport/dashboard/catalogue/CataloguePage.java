package dev.rapport.dashboard.catalogue;

import dev.rapport.dashboard.DefinitionSources;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.MetricAdvice;
import dev.rapport.dashboard.metric.DefinitionMessages;
import dev.rapport.dashboard.metric.DefinitionView;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Definition.Topic;
import dev.rapport.metric.JourneyStage;
import dev.rapport.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists all metrics by topic, with what they mean. */
public record CataloguePage(List<Section> sections) {
    public record Section(String title, List<Entry> entries) {}

    /** @param benchmark with its source; empty without one, @param stage of the journey, as a key */
    public record Entry(
            String key,
            String url,
            String better,
            String benchmark,
            String teams,
            String sources,
            String stage,
            Optional<MetricAdvice> advice) {
        public String stageKey() {
            return "stage_" + stage;
        }
    }

    static CataloguePage of(FigureText text) {
        CatalogueMessages words = text.audience().words(CatalogueMessages.class);
        return new CataloguePage(Stream.of(Topic.values())
                .map(topic -> new Section(
                        title(topic, words),
                        Catalogue.of(topic).stream()
                                .map(metric -> entry(metric, text))
                                .toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList());
    }

    private static Entry entry(Metric metric, FigureText text) {
        Definition definition = metric.definition();
        return new Entry(
                definition.key(),
                metric.key().equals("retention_cohort") ? "/cohorts" : "/metrics/" + definition.key(),
                DefinitionView.better(definition, text.audience().words(DefinitionMessages.class)),
                text.benchmarks(definition, definition.benchmark()),
                teams(definition.topic(), text.audience().words(CatalogueMessages.class)),
                DefinitionSources.names(definition.sources(), text.audience().locale()),
                JourneyStage.of(definition).key(),
                MetricAdvice.of(definition.key(), text.audience().locale()));
    }

    private static String title(Topic topic, CatalogueMessages words) {
        return switch (topic) {
            case SITE -> words.topicSite();
            case CAMPAIGNS -> words.topicCampaigns();
            case SOCIAL -> words.topicSocial();
            case PRODUCT -> words.topicProduct();
            case VOICE -> words.topicVoice();
            case SUPPORT -> words.topicSupport();
            case CUSTOMERS -> words.topicCustomers();
        };
    }

    private static String teams(Topic topic, CatalogueMessages words) {
        return switch (topic) {
            case SITE, CAMPAIGNS, PRODUCT -> words.marketingTeam();
            case SUPPORT -> words.supportTeam();
            case VOICE, SOCIAL, CUSTOMERS -> words.bothTeams();
        };
    }
}
