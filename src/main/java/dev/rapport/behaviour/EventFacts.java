package dev.rapport.behaviour;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.json;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.channel.Arrival;
import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.RejectReason;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.StoragePath;
import dev.rapport.slice.Dimension;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes page views and events. They are too many to be staged as they are: the importer has a path of its own for them. */
public final class EventFacts extends FactType {
    private static final int LONGEST_PATH = 1_000;
    /** As long as a part may be that is asked for. */
    private static final int LONGEST_LINK = 500;

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
    private static final Pattern SITE = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://[^/]*");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("https?://[a-z0-9.-]+(/[\\w./-]*)?");

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
            text("product", 500)
                    .names(Dimension.PRODUCT)
                    .like("product name|item name|item|product title|viewed product"),
            text("category", 300)
                    .names(Dimension.CATEGORY)
                    .like("product category|item category|product type|category name|category path"),
            text("link", 4_000)
                    .like("target|href|link url|link text|link name|cta|cta name|cta text|call to action|element"
                            + "|element text|element id|button|button text|button name|click target|clicked element"
                            + "|click text|click url|outbound url|$el_text"),
            whole("scroll", 0, 100).like("scroll depth", "percent scrolled", "scroll percent"),
            decimal("visible").between(0, 86_400).like("visible seconds", "time on page", "engagement seconds"),
            text("path", 1_000).worked(),
            text("referrer_host", 300).worked(),
            text("click_id", 50).worked(),
            whole("visible_ms", 0, 86_400_000).worked(),
            json("properties").worked());

    public EventFacts() {
        super(FactOutline.of("events", FIELDS)
                .path(StoragePath.EVENTS)
                .asProperties("product", "category", "link")
                .person(PersonRule.NEEDED)
                .repeat(KeyRepeat.FIRST)
                .telling("event", "url", "utm_source", "utm_medium", "scroll", "visible")
                .figures("sessions", "unique_visitors", "page_views"));
    }

    /** A row without a name of its own is a page view when it says which page. */
    @Override
    public void complete(FactRow row) {
        String url = row.get("url");
        String kind = row.get("kind");
        String name = row.get("event");
        if (kind == null) {
            kind = name != null || url == null ? "3" : "1";
            row.set("kind", kind);
        }
        if (name == null) {
            if (kind.equals("3")) {
                row.reject("event", null, RejectReason.MISSING);
            }
            row.set("event", kind.equals("1") ? "page_view" : "screen_view");
        }
        row.set("path", url == null ? null : path(url));
        Arrival arrival = Arrival.read(url, row.get("referrer"))
                .withUtm(row.get("utm_source"), row.get("utm_medium"), row.get("utm_campaign"));
        row.set("utm_source", arrival.utmSource());
        row.set("utm_medium", arrival.utmMedium());
        row.set("utm_campaign", arrival.utmCampaign());
        row.set("referrer_host", arrival.referrerHost());
        row.set("click_id", arrival.clickId());
        String link = row.get("link");
        row.set("link", link == null ? null : link.substring(0, Math.min(link.length(), LONGEST_LINK)));
        row.number("visible")
                .ifPresent(seconds -> row.set(
                        "visible_ms", String.valueOf(seconds.movePointRight(3).longValue())));
    }

    /** The page of an address or a path, without host, query and fragment. */
    private static @Nullable String path(String url) {
        String path = withoutQuery(url);
        if (path.startsWith("/")) {
            // no address of a site: the patterns below would all fail
            return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
        }
        Matcher plain = PLAIN_ADDRESS.matcher(path);
        try {
            if (plain.matches()) {
                path = plain.group(1) == null ? "" : plain.group(1);
            } else if (ADDRESS.matcher(path).matches()) {
                String parsed = URI.create(path).getRawPath();
                path = parsed == null || parsed.isEmpty() ? "/" : parsed;
            }
        } catch (IllegalArgumentException e) {
            path = SITE.matcher(path).replaceFirst("");
        }
        path = path.isEmpty() ? "/" : path;
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    private static String withoutQuery(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return url.substring(0, i);
            }
        }
        return url;
    }
}
