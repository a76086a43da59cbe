package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.person.SocialHandle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names in networks that a row knows somebody by: of one network each, or with its network beside it. */
final class RowHandles {
    private static final String NETWORK = "network";

    private final boolean beside;
    private final List<String> own;

    RowHandles(FactType target) {
        this.beside = target.has(SocialHandle.FIELD);
        this.own = SocialHandle.NETWORKS.stream().filter(target::has).toList();
    }

    /** Keys of identities. What is no name in a network is nobody's. */
    Stream<String> of(MappedRow row) {
        Stream<Optional<SocialHandle>> named =
                beside ? Stream.of(SocialHandle.of(text(row, NETWORK), text(row, SocialHandle.FIELD))) : Stream.empty();
        return Stream.concat(named, own.stream().map(network -> SocialHandle.of(network, text(row, network))))
                .flatMap(Optional::stream)
                .map(SocialHandle::visitorKey)
                .distinct();
    }

    private static String text(MappedRow row, String field) {
        return Optional.ofNullable(row.get(field)).orElse("");
    }
}
