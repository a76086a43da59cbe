package dev.rapport.cube.read;

import dev.rapport.metric.SurveyItems;
import dev.rapport.web.DataVersion;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the dimensions that figures are broken down by as they are in the database now, with the ids that cells and
 * sets keep.
 *
 * @param version of cells, sets and dimensions when these were read
 * @param channels in the order they are shown
 * @param groups in the order they are shown
 * @param signatures the values of each signature; a group that none of them belongs to has its value {@code none}
 */
public record Dimensions(
        DataVersion version,
        Optional<Instant> refreshedAt,
        ZoneId zone,
        DayOfWeek weekStart,
        List<Channel> channels,
        List<Group> groups,
        Map<Integer, List<Integer>> signatures,
        SurveyItems items,
        Coverage coverage) {
    public record Channel(int id, String key, String name) {}

    /** @param values in the order they are shown */
    public record Group(int id, String key, String name, List<Value> values) {
        Value value(String valueKey) {
            return values.stream()
                    .filter(value -> value.key().equals(valueKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no segment " + key + ":" + valueKey));
        }

        /** The value of it that a signature has. */
        int valueOf(List<Integer> signature) {
            for (Value value : values) {
                if (signature.contains(value.id())) {
                    return value.id();
                }
            }
            return value("none").id();
        }
    }

    public record Value(int id, String key, String name) {}

    public record Goal(int id, String key, String name) {}

    public Channel channel(String key) {
        return channels.stream()
                .filter(channel -> channel.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel " + key));
    }

    public Group group(String key) {
        return groups.stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no segment group " + key));
    }
}
