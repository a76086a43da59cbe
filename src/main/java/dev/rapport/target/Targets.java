package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.web.DataVersion;
import dev.rapport.web.VersionedCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The targets in force, read once for each edition: whoever changes one moves that. */
@ApplicationScoped
public class Targets {
    private final VersionedCache<TargetIndex> kept;

    Targets(DataVersion edition) {
        this.kept = new VersionedCache<>(edition);
    }

    public TargetIndex book() {
        return kept.get(() -> QuarkusTransaction.joiningExisting().call(Targets::read));
    }

    private static TargetIndex read() {
        List<Target> all = Target.listAll();
        if (all.isEmpty()) {
            return TargetIndex.EMPTY;
        }
        Map<Short, String> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel.key));
        return new TargetIndex(all.stream().map(target -> target.rule(channels)).toList());
    }
}
