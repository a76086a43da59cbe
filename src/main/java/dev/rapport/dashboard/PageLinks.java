package dev.rapport.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.net.URLEncoder;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds links that keep the slice: to this page with something changed, and to the CSV of what it shows. */
public record PageLinks(String path, Slice slice, SortedMap<String, String> extras) {
    public PageLinks(String path, Slice slice) {
        this(path, slice, new TreeMap<>());
    }

    /** With one of the page's own choices; an empty value leaves it out. */
    public PageLinks with(String name, String value) {
        TreeMap<String, String> changed = new TreeMap<>(extras);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new PageLinks(path, slice, changed);
    }

    public PageLinks with(Slice other) {
        return new PageLinks(path, other, extras);
    }

    public String url() {
        return url(path, slice, extras);
    }

    /** Another address with the same slice and the page's own choices. */
    public String to(String other) {
        return url(other, slice, extras);
    }

    public String metric(String key) {
        return url("/metrics/" + key, slice, new TreeMap<>());
    }

    /** @param by as the CSV's address has it: total, bucket, channel, segment:GROUP ... */
    public String csv(String key, String by) {
        TreeMap<String, String> breakdown = new TreeMap<>();
        breakdown.put("by", by);
        return url("/metrics/" + key + ".csv", slice, breakdown);
    }

    /** The same figure for programs. */
    public String json(String key) {
        return url("/metrics/" + key + ".json", slice, new TreeMap<>());
    }

    public String under(String other) {
        return url(other, slice, new TreeMap<>());
    }

    public String under(String other, String name, String value) {
        TreeMap<String, String> extra = new TreeMap<>();
        extra.put(name, value);
        return url(other, slice, extra);
    }

    /** The same page for one channel, or one segment value, alone. */
    public String narrowed(Grouping grouping, DimensionKey key) {
        if (key.channel().isPresent()) {
            return with(slice.withChannels(Set.of(key.channel().get()))).url();
        }
        if (key.segmentValue().isEmpty() || grouping.segmentGroup().isEmpty()) {
            return "";
        }
        TreeMap<String, SortedSet<String>> values =
                new TreeMap<>(slice.segments().values());
        values.put(
                grouping.segmentGroup().get(),
                new TreeSet<>(Set.of(key.segmentValue().get())));
        return with(slice.withSegments(new SegmentFilter(values))).url();
    }

    private static String url(String path, Slice slice, SortedMap<String, String> extras) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        String own = slice.toQuery();
        if (!own.isEmpty()) {
            query.add(own);
        }
        extras.forEach((name, value) -> query.add(
                name + "=" + URLEncoder.encode(value, UTF_8).replace("%3A", ":").replace("%2C", ",")));
        return path + query;
    }
}
