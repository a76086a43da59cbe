package dev.rapport.slice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.StringJoiner;

/** Prints a slice as the query string it can be read from again: always in the same order, defaults left out. */
final class SliceWriter {
    private final StringJoiner query = new StringJoiner("&");

    private SliceWriter() {}

    static String query(Slice slice) {
        SliceWriter writer = new SliceWriter();
        slice.channels().forEach(key -> writer.add("channel", key));
        slice.segments()
                .values()
                .forEach((group, values) -> values.forEach(value -> writer.add("segment", group + ":" + value)));
        writer.period(slice);
        if (slice.comparison() != Comparison.PREVIOUS) {
            writer.add("compare", slice.comparison().key());
        }
        if (slice.grain() != Grain.fitting(slice.period())) {
            writer.add("grain", slice.grain().key());
        }
        slice.options().forEach(writer::add);
        return writer.query.toString();
    }

    private void period(Slice slice) {
        if (slice.preset().isEmpty()) {
            add("from", slice.period().from().toString());
            add("to", slice.period().lastDay().toString());
        } else if (!slice.preset().get().equals(Preset.DEFAULT.key())) {
            add("period", slice.preset().get());
        }
    }

    private void add(String name, String value) {
        // A colon is allowed in a query and reads better.
        query.add(name + "=" + URLEncoder.encode(value, UTF_8).replace("%3A", ":"));
    }
}
