package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.db.DataVersions;
import dev.rapport.db.VersionedCache;
import dev.rapport.web.DataVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Knows the targets in force, read again when one has changed. */
@ApplicationScoped
public class Targets {
    private static final String ALL = "targets";

    private final DataVersions versions;
    private final VersionedCache<String, TargetIndex> kept = VersionedCache.ofFew(1);

    Targets(DataVersions versions) {
        this.versions = versions;
    }

    public TargetIndex index() {
        return versions.get(
                kept,
                ALL,
                () -> QuarkusTransaction.joiningExisting().call(Targets::read),
                DataVersion.NOTES,
                DataVersion.DIMENSIONS);
    }

    private static TargetIndex read() {
        List<Target> all = Target.listAll();
        if (all.isEmpty()) {
            return TargetIndex.EMPTY;
        }
        Map<Short, String> channels = Channel.keys();
        return new TargetIndex(all.stream().map(target -> target.rule(channels)).toList());
    }
}
