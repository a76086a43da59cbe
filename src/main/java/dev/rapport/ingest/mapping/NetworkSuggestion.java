package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by the addresses of posts which network a file is from, where no column says so. */
final class NetworkSuggestion {
    private static final String NETWORK = "network";
    private static final Pattern HOST =
            Pattern.compile("(?i)https?://(?:[a-z0-9-]+\\.)*([a-z0-9-]+\\.[a-z]{2,})(?:[/:?#].*)?", Pattern.DOTALL);
    private static final Map<String, String> NETWORKS = new LinkedHashMap<>();

    static {
        NETWORKS.put("twitter.com", "X");
        NETWORKS.put("x.com", "X");
        NETWORKS.put("instagram.com", "Instagram");
        NETWORKS.put("facebook.com", "Facebook");
        NETWORKS.put("linkedin.com", "LinkedIn");
        NETWORKS.put("tiktok.com", "TikTok");
        NETWORKS.put("youtube.com", "YouTube");
        NETWORKS.put("threads.net", "Threads");
        NETWORKS.put("bsky.app", "Bluesky");
        NETWORKS.put("pinterest.com", "Pinterest");
        NETWORKS.put("reddit.com", "Reddit");
    }

    private NetworkSuggestion() {}

    /** Where all rows have an address of one network, in one column. */
    static void add(FactType target, UploadSample sample, Map<String, Binding> columns) {
        if (!target.has(NETWORK)
                || columns.containsKey(NETWORK)
                || sample.rows().isEmpty()) {
            return;
        }
        for (int i = 0; i < sample.header().size(); i++) {
            Set<String> found = new LinkedHashSet<>();
            for (List<String> row : sample.rows()) {
                found.add(i < row.size() ? network(row.get(i).strip()) : "");
            }
            if (found.size() == 1 && !found.contains("")) {
                columns.put(NETWORK, Binding.constant(found.iterator().next()));
                return;
            }
        }
    }

    private static String network(String address) {
        Matcher host = HOST.matcher(address);
        return host.matches() ? NETWORKS.getOrDefault(host.group(1).toLowerCase(Locale.ROOT), "") : "";
    }
}
