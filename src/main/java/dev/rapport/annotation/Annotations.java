package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened while a slice's figures moved. */
@ApplicationScoped
public class Annotations {
    /** @param channel name of the channel it is about; empty for all */
    public record Note(String kind, String title, LocalDate firstDay, LocalDate lastDay, String channel) {}

    /** Those in the period that are about all channels, or about one of those asked for. */
    @Transactional
    public List<Note> during(Slice slice) {
        List<Annotation> found = Annotation.during(slice.period());
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Short, Channel> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, Function.identity()));
        return found.stream()
                .flatMap(each -> note(each, channels, slice).stream())
                .toList();
    }

    private static Optional<Note> note(Annotation annotation, Map<Short, Channel> channels, Slice slice) {
        Optional<Channel> channel = Optional.ofNullable(annotation.channelId).map(channels::get);
        boolean elsewhere = channel.isPresent()
                && !slice.channels().isEmpty()
                && !slice.channels().contains(channel.get().key);
        return elsewhere
                ? Optional.empty()
                : Optional.of(new Note(
                        annotation.kind,
                        annotation.title,
                        annotation.firstDay,
                        annotation.lastDay,
                        channel.map(known -> known.name).orElse("")));
    }
}
