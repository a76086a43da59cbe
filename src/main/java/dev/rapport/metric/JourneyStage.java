package dev.rapport.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names the stages of the way of a customer. Each metric tells about one of them before all others: that of its topic,
 * unless it is named here. Source: [V8], which chooses metrics by the stage that they tell about.
 */
public enum JourneyStage {
    AWARENESS("page_views", "sessions", "unique_visitors", "new_visitor_share"),
    CONSIDERATION,
    PURCHASE(
            "conversion_rate",
            "journey_conversion",
            "cac",
            "campaign_cac",
            "attributed_revenue",
            "roi",
            "acquired_customers",
            "orders",
            "aov",
            "revenue",
            "new_customers"),
    USE,
    SERVICE("csat", "ces", "follow_up", "needs_reply_share", "technical_share", "article_helps_share"),
    LOYALTY;

    private static final Map<String, JourneyStage> NAMED = new HashMap<>();

    static {
        for (JourneyStage stage : values()) {
            stage.named.forEach(metric -> NAMED.put(metric, stage));
        }
    }

    private final List<String> named;

    JourneyStage(String... metrics) {
        named = List.of(metrics);
    }

    /** As in a URL and a file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JourneyStage of(Definition definition) {
        return NAMED.getOrDefault(definition.key(), usual(definition.topic()));
    }

    /** Those that do not have the stage of their topic; a test holds that each is a metric. */
    static Stream<String> exceptions() {
        return NAMED.keySet().stream();
    }

    private static JourneyStage usual(Definition.Topic topic) {
        return switch (topic) {
            case CAMPAIGNS, SOCIAL -> AWARENESS;
            case SITE -> CONSIDERATION;
            case PRODUCT -> USE;
            case SUPPORT -> SERVICE;
            case VOICE, CUSTOMERS -> LOYALTY;
        };
    }
}
