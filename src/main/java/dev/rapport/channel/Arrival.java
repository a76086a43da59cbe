package dev.rapport.channel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes how a visit says it came, in the form in which it is stored. That is lower case where case means nothing,
 * empty where nothing was said, the kind of a click id but never the id itself.
 *
 * @param givenChannelId the channel when an import or SDK named it outright; it outdoes every rule
 */
public record Arrival(
        @Nullable Short givenChannelId,
        String utmSource,
        String utmMedium,
        String utmCampaign,
        String referrerHost,
        String clickId) {
    private static final int LONGEST = 200;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern PARTS = Pattern.compile("[?#&;]");
    /** Ways in which exports write "nothing". */
    private static final Set<String> NOTHING =
            Set.of("(none)", "(not set)", "(direct)", "(not provided)", "none", "null");

    private static final int LONGEST_NOTHING =
            NOTHING.stream().mapToInt(String::length).max().orElse(0);

    /** The kinds of click id that are recognised. */
    static final Set<String> CLICK_IDS = Set.of(
            "gclid",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "fbclid",
            "igshid",
            "ttclid",
            "twclid",
            "li_fat_id",
            "sccid",
            "rdt_cid");

    public Arrival {
        utmSource = said(utmSource).toLowerCase(Locale.ROOT);
        utmMedium = said(utmMedium).toLowerCase(Locale.ROOT);
        utmCampaign = said(utmCampaign);
        referrerHost = referrerHost.toLowerCase(Locale.ROOT);
        clickId = said(clickId).toLowerCase(Locale.ROOT);
    }

    /** Nothing said: a direct visit. */
    public static Arrival direct() {
        return new Arrival(null, "", "", "", "", "");
    }

    /** The channel was named and nothing else. */
    public static Arrival by(short channelId) {
        return new Arrival(channelId, "", "", "", "", "");
    }

    /**
     * Read from the page's address and the referrer, either of which may be missing or nonsense. A referrer on the
     * page's own site, or another host of it, says nothing.
     */
    public static Arrival read(@Nullable String url, @Nullable String referrer) {
        Map<String, String> query = query(url == null ? "" : url);
        String from = referrer == null ? "" : Hosts.of(referrer);
        boolean own = url != null && !from.isEmpty() && Hosts.sameSite(from, Hosts.of(url));
        return new Arrival(
                null,
                query.getOrDefault("utm_source", ""),
                query.getOrDefault("utm_medium", ""),
                query.getOrDefault("utm_campaign", ""),
                own ? "" : from,
                query.keySet().stream().filter(CLICK_IDS::contains).findFirst().orElse(""));
    }

    /** With what separate fields say in place of the address, where they say something. */
    public Arrival withUtm(@Nullable String source, @Nullable String medium, @Nullable String campaign) {
        return new Arrival(
                givenChannelId,
                source == null || said(source).isEmpty() ? utmSource : source,
                medium == null || said(medium).isEmpty() ? utmMedium : medium,
                campaign == null || said(campaign).isEmpty() ? utmCampaign : campaign,
                referrerHost,
                clickId);
    }

    public Arrival withChannel(@Nullable Short channelId) {
        return new Arrival(channelId, utmSource, utmMedium, utmCampaign, referrerHost, clickId);
    }

    /** Whether a campaign was named: then a visit that no rule knows is "other", not "direct". */
    boolean isTagged() {
        return !(utmSource + utmMedium + utmCampaign + clickId).isEmpty();
    }

    private static Map<String, String> query(String url) {
        if (url.indexOf('=') < 0) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : PARTS.split(url, 200)) {
            int equals = part.indexOf('=');
            if (equals > 0 && equals < part.length() - 1) {
                found.putIfAbsent(
                        part.substring(0, equals).toLowerCase(Locale.ROOT), decoded(part.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String said(String value) {
        if (value.isEmpty()) {
            return value;
        }
        String text = isTidy(value)
                ? value
                : BLANKS.matcher(CONTROLS.matcher(value).replaceAll(" ").strip())
                        .replaceAll(" ");
        String cut = text.length() <= LONGEST ? text : shortened(text);
        return cut.length() <= LONGEST_NOTHING && NOTHING.contains(cut.toLowerCase(Locale.ROOT)) ? "" : cut;
    }

    /** Most texts are, and imports read millions of them. */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if (c < ' ' || c == '\u007f' || blank && before == ' ' || !blank && Character.isWhitespace(c)) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Its beginning, with a fingerprint of all of it: two long names that begin alike stay two. */
    private static String shortened(String text) {
        String print = "…" + Integer.toHexString(text.hashCode() | 0x1000_0000).substring(0, 8);
        int kept = LONGEST - print.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(kept - 1)) ? kept - 1 : kept) + print;
    }
}
