package dev.rapport.social;

import dev.rapport.words.DateFormats;
import dev.rapport.words.NumberFormats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the mentions to be labelled.
 *
 * @param position which of how many are shown
 */
public record LabelsPage(List<Tab> tabs, List<View> mentions, String position, String previousUrl, String nextUrl) {
    /** @param key {@code show_open} ... */
    public record Tab(String key, String count, String url, boolean chosen) {}

    /**
     * @param open something is not known yet
     * @param undo whether the reader has said something of it
     * @param refused what was said last cannot be said of a mention
     */
    public record View(
            long id,
            String show,
            String network,
            String brand,
            String topic,
            By topicBy,
            String text,
            String when,
            boolean open,
            boolean undo,
            boolean refused,
            List<Field> fields) {
        View asRefused() {
            return new View(id, show, network, brand, topic, topicBy, text, when, open, undo, true, fields);
        }
    }

    /** @param shortcut the key that turns it on and off; empty where each value has its own */
    public record Field(String key, String shortcut, List<Value> values, By by) {
        public String nameKey() {
            return "field_" + key;
        }
    }

    /** @param say what its button sends */
    public record Value(String key, String say, String shortcut, boolean chosen) {}

    /** @param kind nobody, import, machine or person; @param name of the machine or person */
    public record By(String kind, String name, String when) {
        public boolean isMachine() {
            return kind.equals("machine");
        }

        public boolean isPerson() {
            return kind.equals("person");
        }

        public boolean isImport() {
            return kind.equals("import");
        }
    }

    private static final Map<Label, String> SHORTCUTS = Map.of(
            Label.FRUSTRATED, "f",
            Label.TECHNICAL, "t",
            Label.ARTICLE_HELPS, "a",
            Label.NEEDS_REPLY, "r");

    private static final List<String> TONE_KEYS = List.of("1", "2", "3");

    /** How moments and numbers are written, and for whom. */
    record Writing(DateFormats dates, NumberFormats numbers, ZoneId zone, String reader) {
        String moment(Instant at) {
            return dates.moment(at, zone);
        }
    }

    static LabelsPage of(
            LabelFilter filter, List<LabelledMention> mentions, Map<String, Long> counts, Writing writing) {
        long all = counts.getOrDefault(filter.show(), 0L);
        long last = filter.offset() + mentions.size();
        return new LabelsPage(
                LabelFilter.SHOWS.stream()
                        .map(show -> new Tab(
                                "show_" + show,
                                writing.numbers().count(counts.getOrDefault(show, 0L)),
                                filter.withShow(show).url(),
                                show.equals(filter.show())))
                        .toList(),
                mentions.stream().map(mention -> view(mention, filter, writing)).toList(),
                mentions.isEmpty()
                        ? ""
                        : writing.numbers().count(filter.offset() + 1L) + "–"
                                + writing.numbers().count(last) + " / "
                                + writing.numbers().count(all),
                filter.page() > 1 ? filter.onPage(filter.page() - 1).url() : "",
                last < all ? filter.onPage(filter.page() + 1).url() : "");
    }

    static View view(LabelledMention labelled, LabelFilter filter, Writing writing) {
        Mention mention = labelled.mention();
        return new View(
                mention.id,
                filter.show(),
                mention.network,
                text(mention.brand),
                Optional.ofNullable(labelled.known().get(Label.TOPIC))
                        .map(LabelledMention.Known::value)
                        .orElse(""),
                by(Optional.ofNullable(labelled.known().get(Label.TOPIC)), writing),
                text(mention.text),
                writing.moment(mention.at),
                labelled.isOpen(),
                labelled.known().values().stream().anyMatch(known -> known.by().equals(writing.reader())),
                false,
                Label.choices().stream()
                        .map(label -> field(
                                label, Optional.ofNullable(labelled.known().get(label)), writing))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Field field(Label label, Optional<LabelledMention.Known> known, Writing writing) {
        String shortcut = SHORTCUTS.getOrDefault(label, "");
        return new Field(
                label.key(),
                shortcut,
                label.allowed().stream()
                        .map(value -> new Value(
                                label.key() + "_" + Label.word(value),
                                label.key() + ":" + value,
                                shortcut.isEmpty()
                                        ? TONE_KEYS.get(label.allowed().indexOf(value))
                                        : "",
                                known.filter(each -> each.value().equals(value)).isPresent()))
                        .toList(),
                by(known, writing));
    }

    private static By by(Optional<LabelledMention.Known> known, Writing writing) {
        return known.map(each -> new By(
                        each.byMachine() ? "machine" : each.byImport() ? "import" : "person",
                        each.byMachine() ? each.machine() : each.by(),
                        each.since().map(writing::moment).orElse("")))
                .orElse(new By("nobody", "", ""));
    }
}
