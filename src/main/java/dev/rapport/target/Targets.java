package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.web.Edition;
import dev.rapport.web.EditionCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The targets in force, read once for each edition: whoever changes one moves that. */
@ApplicationScoped
public class Targets {
    private final EditionCache<Book> kept;

    Targets(Edition edition) {
        this.kept = new EditionCache<>(edition);
    }

    public Book book() {
        return kept.get(() -> QuarkusTransaction.joiningExisting().call(Targets::read));
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
