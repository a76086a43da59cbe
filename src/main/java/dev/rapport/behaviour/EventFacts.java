package dev.rapport.behaviour;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.json;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import java.util.List;
import java.util.Set;

/** Describes page views and events. They are too many to be staged as they are: the importer has a path of its own for them. */
public final class EventFacts extends FactType {
    private static final List<FactField> FIELDS = List.of(
            SharedFields.CUSTOMER,
            SharedFields.ANONYMOUS,
            SharedFields.EMAIL,
            SharedFields.KEY.like("message id|event id|uuid|id"),
            text("event", 200).like("event name|event type|action|name|activity"),
            choice(
                    "kind",
                    "1",
                    "page|pageview|page view|$pageview",
                    "2",
                    "screen|screen view",
                    "3",
                    "track|event|click"),
            SharedFields.AT.need(),
            text("url", 4_000).like("page|page url|path|page path|page location|location"),
            text("title", 500).like("page title"),
            text("referrer", 4_000).like("referer", "page referrer"),
            text("utm_source", 200).like("source"),
            text("utm_medium", 200),
            text("utm_campaign", 200).like("campaign"),
            SharedFields.CHANNEL,
            whole("scroll", 0, 100).like("scroll depth", "percent scrolled", "scroll percent"),
            decimal("visible").between(0, 86_400).like("visible seconds", "time on page", "engagement seconds"),
            text("path", 1_000).worked(),
            text("referrer_host", 300).worked(),
            text("click_id", 50).worked(),
            whole("visible_ms", 0, 86_400_000).worked(),
            json("properties").worked());

    public EventFacts() {
        super("events", FIELDS);
    }

    @Override
    public PersonRule person() {
        return PersonRule.NEEDED;
    }

    @Override
    public KeyRepeat repeat() {
        return KeyRepeat.FIRST;
    }

    @Override
    public Set<String> telling() {
        return Set.of("event", "url", "utm_source", "utm_medium", "scroll", "visible");
    }

    @Override
    public List<String> figures() {
        return List.of("sessions", "unique_visitors", "page_views");
    }
}
