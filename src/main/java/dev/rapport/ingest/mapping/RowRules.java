package dev.rapport.ingest.mapping;

import dev.rapport.channel.Arrival;
import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.web.NameKey;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies the rules that hold between the fields of a row, target by target. */
final class RowRules {
    private static final int LONGEST_PATH = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
    private static final Pattern SITE = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://[^/]*");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("https?://[a-z0-9.-]+(/[\\w./-]*)?");

    private RowRules() {}

    /** What it takes the whole file to know - its surveys, its terms of money, its way of writing numbers - is checked here. */
    static void apply(FactType type, MappedRow row) {
        switch (type.key()) {
            case "orders" -> order(row);
            case "subscriptions" -> subscription(row);
            case "responses" -> response(row);
            case "invitations" -> survey(row);
            case "tickets" -> TicketRule.apply(row);
            case "events" -> event(row);
            default -> type.complete(row);
        }
    }

    static void order(MappedRow row) {
        if (row.endsBefore("cancelled", "at")) {
            // cancelled all the same: only when is not known
            row.set("cancelled", row.get("at"));
        }
        if (row.endsBefore("refunded_at", "at")) {
            row.set("refunded_at", row.get("at"));
        }
        OrderLine.apply(row);
    }

    static void subscription(MappedRow row) {
        if (row.endsBefore("ended", "started")) {
            row.set("ended", null);
        }
        SubscriptionPrice.apply(row);
    }

    /** Kind, scale and direction may come with each row, from the survey as it is known, or from its kind. */
    static void survey(MappedRow row) {
        String name = row.get("survey");
        if (name == null) {
            return;
        }
        String key = NameKey.of(name);
        Optional<SurveysOfFile.Survey> known = row.surveys().known(key);
        String kind = row.get("kind");
        String kindOrKnown =
                kind != null ? kind : known.map(SurveysOfFile.Survey::kind).orElse("rating");
        boolean asKnown = known.isPresent() && known.get().kind().equals(kindOrKnown);
        Optional<int[]> told = row.scale(name);
        int min = row.number("scale_min")
                .map(BigDecimal::intValue)
                .or(() -> told.map(scale -> scale[0]))
                .orElse(asKnown ? known.get().min() : kindOrKnown.equals("nps") ? 0 : 1);
        int max = row.number("scale_max")
                .map(BigDecimal::intValue)
                .or(() -> told.map(scale -> scale[1]))
                .orElse(
                        asKnown
                                ? known.get().max()
                                : kindOrKnown.equals("nps") ? 10 : kindOrKnown.equals("ces") ? 7 : 5);
        String direction = row.get("direction");
        boolean lower = direction != null
                ? direction.equals("lower")
                : asKnown ? known.get().lowerIsBetter() : kindOrKnown.equals("ces");
        if (min >= max) {
            row.reject("scale_max", String.valueOf(max), RejectReason.OUT_OF_RANGE);
            return;
        }
        SurveysOfFile.Survey survey = new SurveysOfFile.Survey(key, name, kindOrKnown, min, max, lower);
        row.surveys().meet(survey).ifPresent(reason -> row.reject("survey", name, reason));
        row.set("survey_key", key);
    }

    static void response(MappedRow row) {
        survey(row);
        String key = row.get("survey_key");
        Optional<BigDecimal> score = row.number("score");
        if (key == null || score.isEmpty()) {
            return;
        }
        Optional<SurveysOfFile.Survey> survey = row.surveys().known(key);
        int value = score.get().intValue();
        if (survey.isPresent()
                && (value < survey.get().min() || value > survey.get().max())) {
            row.reject("score", row.get("score"), RejectReason.OUTSIDE_SCALE);
        }
    }

    /** A row without a name of its own is a page view when it says which page. */
    static void event(MappedRow row) {
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

    /** The digits of a number that can be called, and the sign of a foreign one. */
    static String phone(String text) {
        return text.replaceAll("[^+\\d]", "");
    }

    static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
