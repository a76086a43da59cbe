package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.db.DataVersions;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.web.DataVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Knows what happened while a slice's figures moved, read again when one has changed. */
@ApplicationScoped
public class Annotations {
    private static final String ALL = "annotations";

    private final DataVersions versions;
    private final VersionedCache<String, List<Known>> kept = VersionedCache.ofFew(1);

    /** @param channel name of the channel it is about; empty for all */
    public record Note(String kind, String title, LocalDate firstDay, LocalDate lastDay, String channel) {}

    /** @param channel key of the channel it is about */
    private record Known(Note note, Optional<String> channel) {
        static Known of(Annotation annotation, Map<Short, Channel> channels) {
            Optional<Channel> channel =
                    Optional.ofNullable(annotation.channelId).map(channels::get);
            return new Known(
                    new Note(
                            annotation.kind,
                            annotation.title,
                            annotation.firstDay,
                            annotation.lastDay,
                            channel.map(known -> known.name).orElse("")),
                    channel.map(known -> known.key));
        }

        boolean isIn(Period period) {
            return note.firstDay.isBefore(period.to()) && !note.lastDay.isBefore(period.from());
        }

        boolean isAbout(Slice slice) {
            return slice.channels().isEmpty()
                    || channel.map(slice.channels()::contains).orElse(true);
        }
    }

    Annotations(DataVersions versions) {
        this.versions = versions;
    }

    /** Those in the period that are about all channels, or about one of those asked for. */
    public List<Note> during(Slice slice) {
        return all().stream()
                .filter(known -> known.isIn(slice.period()) && known.isAbout(slice))
                .map(Known::note)
                .toList();
    }

    private List<Known> all() {
        return versions.get(
                kept,
                ALL,
                () -> QuarkusTransaction.joiningExisting().call(Annotations::read),
                DataVersion.NOTES,
                DataVersion.DIMENSIONS);
    }

    private static List<Known> read() {
        Map<Short, Channel> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, Function.identity()));
        return Annotation.inOrder().stream()
                .map(annotation -> Known.of(annotation, channels))
                .toList();
    }
}
