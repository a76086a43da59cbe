package dev.rapport.target;

import dev.rapport.channel.Channel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The targets in force, read once for a request. */
@RequestScoped
public class Targets {
    private @Nullable Book book;

    @Transactional
    public Book book() {
        if (book == null) {
            book = read();
        }
        return book;
    }

    private static Book read() {
        List<Target> all = Target.listAll();
        if (all.isEmpty()) {
            return Book.EMPTY;
        }
        Map<Short, String> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel.key));
        return new Book(all.stream().map(target -> target.rule(channels)).toList());
    }
}
