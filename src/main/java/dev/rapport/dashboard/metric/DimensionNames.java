package dev.rapport.dashboard.metric;

import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Slice;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** Names the keys of a breakdown for people. */
record DimensionNames(Map<String, String> channels, Map<String, String> values, Map<LocalDateTime, String> buckets) {
    static DimensionNames of(SliceChoices choices, Slice slice, ExportGrouping breakdown) {
        Map<String, String> channels = new HashMap<>();
        choices.channels().forEach(channel -> channels.put(channel.key(), channel.name()));
        Map<String, String> values = new HashMap<>();
        choices.groups().stream()
                .filter(group -> breakdown.grouping().segmentGroup().equals(java.util.Optional.of(group.key())))
                .forEach(group -> group.values().forEach(value -> values.put(value.key(), value.name())));
        Map<LocalDateTime, String> buckets = new HashMap<>();
        if (breakdown.grouping().byBucket()) {
            for (Bucket bucket : slice.buckets()) {
                buckets.put(bucket.start(), bucket.label());
            }
        }
        return new DimensionNames(channels, values, buckets);
    }

    String channel(String key) {
        return channels.getOrDefault(key, key);
    }

    String value(String key) {
        return values.getOrDefault(key, key);
    }

    String bucket(LocalDateTime start) {
        return buckets.getOrDefault(start, start.toString());
    }
}
