package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.web.DataVersion;
import dev.rapport.web.VersionedCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened while a slice's figures moved; read once for each edition: whoever changes one moves that. */
@ApplicationScoped
public class Annotations {
    private final VersionedCache<List<Known>> kept;

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

    Annotations(DataVersion edition) {
        this.kept = new VersionedCache<>(edition);
    }

    /** Those in the period that are about all channels, or about one of those asked for. */
    public List<Note> during(Slice slice) {
        return kept.get(() -> QuarkusTransaction.joiningExisting().call(Annotations::read)).stream()
                .filter(known -> known.isIn(slice.period()) && known.isAbout(slice))
                .map(Known::note)
                .toList();
    }

    private static List<Known> read() {
        Map<Short, Channel> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, Function.identity()));
        return Annotation.inOrder().stream()
                .map(annotation -> Known.of(annotation, channels))
                .toList();
    }
}
