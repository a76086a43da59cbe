package dev.rapport.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Matches the arrivals that belong to a channel. Every condition that is given must hold; within one, any of its terms
 * will do.
 *
 * @param id of the stored rule
 * @param sources terms met in {@code utm_source}
 * @param mediums terms met in {@code utm_medium}
 * @param campaigns terms met in {@code utm_campaign}
 * @param hosts referrer hosts; each also covers its subdomains, {@code google.*} the national domains
 * @param clickIds kinds of click id, e.g. {@code gclid}
 */
record RuleCondition(
        int id,
        short channelId,
        List<String> sources,
        List<String> mediums,
        List<String> campaigns,
        List<String> hosts,
        List<String> clickIds,
        Referrer referrer) {
    enum Referrer {
        ANY,
        NONE,
        SOME;

        static Referrer of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    RuleCondition {
        sources = List.copyOf(sources);
        mediums = List.copyOf(mediums);
        campaigns = List.copyOf(campaigns);
        hosts = List.copyOf(hosts);
        clickIds = List.copyOf(clickIds);
    }

    boolean matches(Arrival arrival) {
        return holds(sources, arrival.utmSource())
                && holds(mediums, arrival.utmMedium())
                && holds(campaigns, arrival.utmCampaign())
                && (hosts.isEmpty() || hosts.stream().anyMatch(host -> Hosts.covers(host, arrival.referrerHost())))
                && (clickIds.isEmpty() || clickIds.contains(arrival.clickId()))
                && switch (referrer) {
                    case ANY -> true;
                    case NONE -> arrival.referrerHost().isEmpty();
                    case SOME -> !arrival.referrerHost().isEmpty();
                };
    }

    private static boolean holds(List<String> terms, String value) {
        return terms.isEmpty() || terms.stream().anyMatch(term -> hasTokens(value, term));
    }

    /**
     * Whether the words of the term stand side by side in the value: {@code paid-social} is met in
     * {@code summer_paid_social}, {@code cpc} not in {@code cpcx}. Everything but letters and digits parts words.
     */
    static boolean hasTokens(String value, String term) {
        List<String> words = tokens(value);
        List<String> sought = tokens(term);
        if (sought.isEmpty()) {
            return false;
        }
        for (int start = 0; start + sought.size() <= words.size(); start++) {
            if (words.subList(start, start + sought.size()).equals(sought)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
