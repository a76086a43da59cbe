package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel));
        return found.stream()
                .filter(each -> each.channelId == null
                        || slice.channels().isEmpty()
                        || slice.channels().contains(channels.get(each.channelId).key))
                .map(each -> new Note(
                        each.kind,
                        each.title,
                        each.firstDay,
                        each.lastDay,
                        each.channelId == null ? "" : channels.get(each.channelId).name))
                .toList();
    }
}
