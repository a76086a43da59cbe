package dev.rapport.channel;

import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and compares host names as they stand in referrers and rules. */
final class Hosts {
    /** Second-level labels under which countries register: google.co.uk, google.com.br. */
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "net", "org", "ne", "or");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]{1,253}|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final Pattern AFTER_PATH = Pattern.compile("[?#].*$");

    private Hosts() {}

    /** Whether the host is the pattern's or below it; {@code google.*} stands for google under any national ending. */
    static boolean covers(String pattern, String host) {
        if (host.isEmpty()) {
            return false;
        }
        if (!pattern.endsWith(".*")) {
            return host.equals(pattern) || host.endsWith("." + pattern);
        }
        String name = pattern.substring(0, pattern.length() - 1);
        int at = ("." + host).indexOf("." + name);
        return at >= 0 && isEnding(host.substring(at + name.length()));
    }

    /** Whether the text can stand in a rule: a host, or a name before any national ending. */
    static boolean isPattern(String text) {
        return text.length() <= 253
                && text.matches(
                        "[\\p{Ll}\\p{N}_-]+(\\.[\\p{Ll}\\p{N}_-]+)+|[\\p{Ll}\\p{N}._-]*[\\p{Ll}\\p{N}_-]\\.\\*");
    }

    private static boolean isEnding(String rest) {
        String[] labels = rest.split("\\.", -1);
        return switch (labels.length) {
            case 1 -> labels[0].length() >= 2;
            case 2 -> SECOND_LEVEL.contains(labels[0]) && labels[1].length() == 2;
            default -> false;
        };
    }

    /** The host of a URL, or of text that is itself a host; lower case, without port; empty when there is none. */
    static String of(String url) {
        String text = url.strip();
        if (text.isEmpty()) {
            return "";
        }
        int scheme = text.indexOf("://");
        if (scheme < 0 && !text.startsWith("//")) {
            text = "//" + text;
        }
        String authority = authority(text);
        int user = authority.lastIndexOf('@');
        String host = authority.substring(user + 1).toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        if (port >= 0 && host.indexOf(']', port) < 0) {
            host = host.substring(0, port);
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return HOST.matcher(host).matches() && (host.contains(".") || scheme >= 0) ? host : "";
    }

    private static String authority(String url) {
        try {
            String authority = new URI(AFTER_PATH.matcher(url).replaceAll("")).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (URISyntaxException e) {
            // Referrers come as they like; what stands between the slashes is still the host.
            return url.replaceAll("(?s)^[^/]*//", "").replaceAll("(?s)[/\\\\].*$", "");
        }
    }

    /**
     * Whether two hosts are one site to a visitor: below one domain that somebody registered, as the list of public suffixes
     * tells ({@code shop.example.co.uk} and {@code www.example.co.uk}, but not two shops under {@code co.uk}).
     */
    static boolean sameSite(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        String plain = withoutWww(one);
        String otherPlain = withoutWww(other);
        return plain.equals(otherPlain)
                || lastLabels(plain).equals(lastLabels(otherPlain))
                        && site(plain).equals(site(otherPlain));
    }

    /** The registered domain; below an ending that nobody lists, the last two names; addresses of numbers as they are. */
    private static String site(String host) {
        if (NUMBERS.matcher(host).matches() || host.indexOf('.') < 0) {
            return host;
        }
        try {
            InternetDomainName name = InternetDomainName.from(host);
            if (name.isUnderPublicSuffix()) {
                return name.topPrivateDomain().toString();
            }
            return name.isPublicSuffix() ? host : lastLabels(host);
        } catch (IllegalArgumentException e) {
            // a name that no domain can have is a host all the same
            return host;
        }
    }

    /** Of hosts that are one site they are the same, which is told faster than which site it is. */
    private static String lastLabels(String host) {
        int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return host.substring(dot + 1);
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
