package dev.rapport.person;

import dev.rapport.web.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names somebody in a social network: {@code @Zoe}, {@code zoe} and {@code https://x.com/zoe} are one there, whatever they
 * are elsewhere.
 */
public record SocialHandle(String network, String name) {
    /** The field of rows that say the network beside it. */
    public static final String FIELD = "handle";

    /** Those of which lists of customers have columns of their own, as the fields are called. */
    public static final List<String> NETWORKS =
            List.of("x", "instagram", "facebook", "linkedin", "tiktok", "youtube", "reddit");

    private static final int LONGEST = 100;

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("twitter", "x"),
            Map.entry("twitter/x", "x"),
            Map.entry("x/twitter", "x"),
            Map.entry("x (twitter)", "x"),
            Map.entry("x.com", "x"),
            Map.entry("twitter.com", "x"),
            Map.entry("insta", "instagram"),
            Map.entry("ig", "instagram"),
            Map.entry("fb", "facebook"),
            Map.entry("yt", "youtube"),
            Map.entry("bsky", "bluesky"),
            Map.entry("t", "telegram"));

    /** Host, path and number, of an address with or without its scheme. */
    private static final Pattern PROFILE = Pattern.compile("(?:https?://)?(?:[a-z0-9-]+[.])*?([a-z0-9-]+)[.]"
            + "(?:com|net|org|app|tv|me)/([^?#]*)(?:[?](?:id=([0-9]+))?.*|#.*)?");

    /** What stands before the name in addresses of some networks. */
    private static final Pattern KIND = Pattern.compile("^(?:in|company|user|u|c|channel|profile|people)/");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

    /**
     * Empty where it is no name in a network, or nobody says in which.
     *
     * @param network as a file has it; an address says it by itself, and says it better
     */
    public static Optional<SocialHandle> of(String network, String written) {
        String text = NameKey.of(written);
        Matcher profile = PROFILE.matcher(text);
        if (!profile.matches()) {
            return named(text, NameKey.of(network));
        }
        String path = KIND.matcher(profile.group(2)).replaceFirst("").replaceFirst("/.*", "");
        return named(profile.group(3) == null ? path : profile.group(3), profile.group(1));
    }

    /** An address of e-mail has a sign within that no name has. */
    private static Optional<SocialHandle> named(String written, String network) {
        String name = written.replaceFirst("^@+", "");
        return NAME.matcher(name).matches() && name.length() <= LONGEST && !network.isEmpty()
                ? Optional.of(new SocialHandle(OTHER_NAMES.getOrDefault(network, network), name))
                : Optional.empty();
    }

    /** The key of the identity. */
    public String visitorKey() {
        return "h:" + network + "/" + name;
    }
}
