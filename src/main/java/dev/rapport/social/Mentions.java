package dev.rapport.social;

import dev.rapport.channel.KnownNames;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads mentions with what is known of them, and stores the labels that people give. Facts are never overwritten:
 * whatever is said, or taken back, is a new row, which belongs to the mention's key; the mention's day is dirty from
 * then on. To be called in a transaction.
 */
@Singleton
class Mentions {
    private final Jdbi jdbi;

    Mentions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<LabelledMention> list(LabelFilter filter) {
        List<Long> ids = jdbi.withHandle(handle -> handle.select(
                        "select mention.id from labelled_mention as mention where " + filter.where()
                                + " order by mention.at desc, mention.id desc limit ? offset ?",
                        LabelFilter.SIZE,
                        filter.offset())
                .mapTo(Long.class)
                .list());
        return labelled(Mention.withIds(ids));
    }

    Optional<LabelledMention> find(long id) {
        return labelled(Mention.withId(id).stream().toList()).stream().findFirst();
    }

    long count(LabelFilter filter) {
        return jdbi.withHandle(
                handle -> handle.select("select count(*) from labelled_mention as mention where " + filter.where())
                        .mapTo(Long.class)
                        .one());
    }

    /** @param value empty: what was said is taken back, and what the import says holds again */
    void say(Mention mention, Label label, Optional<String> value, String who, Instant now) {
        mention.lock();
        MentionLabel.current(mention.key, label).ifPresent(MentionLabel::end);
        MentionLabel said = new MentionLabel();
        said.mentionKey = mention.key;
        said.field = label.key();
        said.value = jdbi.withHandle(handle -> known(handle, label, value)).orElse(null);
        said.setBy = who;
        said.setAt = now;
        said.persistAndFlush();
        jdbi.useHandle(handle -> DirtyDays.mark(handle, "social", "select at from mention where id = " + mention.id));
    }

    /** A topic in the spelling in which it is known. */
    private static Optional<String> known(Handle handle, Label label, Optional<String> value) {
        return label == Label.TOPIC && value.isPresent()
                ? Optional.ofNullable(new KnownNames(handle, null)
                        .of(Dimension.TOPIC, List.of(value.get()))
                        .get(value.get()))
                : value;
    }

    /** What somebody said last of the mention, and what had been said before that. */
    record Last(Label label, Optional<String> before) {}

    /** Empty when that person has not said anything of it that still counts. */
    Optional<Last> last(Mention mention, String who) {
        return MentionLabel.last(mention.key, who)
                .flatMap(said -> Label.of(said.field)
                        .map(label -> new Last(label, said.before().flatMap(each -> Optional.ofNullable(each.value)))));
    }

    private static List<LabelledMention> labelled(List<Mention> mentions) {
        Map<String, List<MentionLabel>> said =
                MentionLabel.currentOf(mentions.stream().map(each -> each.key).toList()).stream()
                        .collect(Collectors.groupingBy(label -> label.mentionKey));
        return mentions.stream()
                .map(each -> new LabelledMention(each, known(each, said.getOrDefault(each.key, List.of()))))
                .toList();
    }

    /** What the import says, and before it whatever a person does. */
    private static Map<Label, LabelledMention.Known> known(Mention mention, List<MentionLabel> said) {
        Map<Label, LabelledMention.Known> known = new EnumMap<>(Label.class);
        String by = Optional.ofNullable(mention.labelledBy).orElse("import");
        for (Label label : Label.values()) {
            mention.imported(label)
                    .ifPresent(value -> known.put(label, new LabelledMention.Known(value, by, Optional.empty())));
        }
        Map<Optional<Label>, MentionLabel> byLabel =
                said.stream().collect(Collectors.toMap(each -> Label.of(each.field), Function.identity()));
        byLabel.forEach((label, each) -> label.ifPresent(which -> Optional.ofNullable(each.value)
                .ifPresent(value ->
                        known.put(which, new LabelledMention.Known(value, each.setBy, Optional.of(each.setAt))))));
        return known;
    }
}
