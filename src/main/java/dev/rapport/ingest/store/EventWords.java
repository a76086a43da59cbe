package dev.rapport.ingest.store;

import dev.rapport.db.BinaryCopy;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.MappedRow;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores the texts of events, each kind in a table of its own with the numbers that stand for them. */
final class EventWords {
    /** The texts that one number stands for; some may say nothing. */
    private record Words(List<@Nullable String> texts) {
        static Words of(@Nullable String... texts) {
            return new Words(Arrays.asList(texts));
        }

        int length() {
            int length = 0;
            for (String text : texts) {
                length += text == null ? 0 : text.length();
            }
            return length;
        }

        boolean saysNothing() {
            return length() == 0;
        }
    }

    private final Handle handle;
    private final ValueDictionary<String> people = new ValueDictionary<>(String::length);
    private final ValueDictionary<String> names = new ValueDictionary<>(String::length);
    private final ValueDictionary<Words> pages = new ValueDictionary<>(Words::length);
    private final ValueDictionary<Words> ways = new ValueDictionary<>(Words::length);
    private final ValueDictionary<Words> pairs = new ValueDictionary<>(Words::length);
    private final ValueDictionary<Words> both = new ValueDictionary<>(Words::length);
    private final int name;
    private final int path;
    private final int title;
    private final int anonymous;
    private final int[] way;

    EventWords(Handle handle, FactType target) {
        this.handle = handle;
        name = target.position("event");
        path = target.position("path");
        title = target.position("title");
        anonymous = target.position(FactType.ANONYMOUS);
        way =
                List.of(FactType.CHANNEL, "utm_source", "utm_medium", "utm_campaign", "referrer_host", "click_id")
                        .stream()
                        .mapToInt(target::position)
                        .toArray();
        handle.execute("""
                create temp table import_person (no int, key text collate "C");
                create temp table import_name (no int, name text);
                create temp table import_page (no int, path text, title text);
                create temp table import_way (no int, channel text, utm_source text, utm_medium text, utm_campaign text,
                    referrer_host text, click_id text);
                create temp table import_pairing (no int, anonymous text collate "C", person text collate "C");
                create temp table import_both (no int, email text, number text)
                """);
    }

    int person(MappedRow row) {
        return people.of(String.valueOf(row.person()));
    }

    int name(MappedRow row) {
        return names.of(String.valueOf(row.value(name)));
    }

    @Nullable
    Integer page(MappedRow row) {
        return row.value(path) == null ? null : pages.of(Words.of(row.value(path), row.value(title)));
    }

    /** How the visit came; null when nothing is said of that. */
    @Nullable
    Integer way(MappedRow row) {
        @Nullable String[] texts = new @Nullable String[way.length];
        for (int i = 0; i < way.length; i++) {
            texts[i] = row.value(way[i]);
        }
        Words words = Words.of(texts);
        return words.saysNothing() ? null : ways.of(words);
    }

    /** A device and who used it, when the row names both. */
    @Nullable
    Integer pair(MappedRow row) {
        String device = row.value(anonymous);
        String person = row.person();
        return device == null || person == null || person.startsWith("a:")
                ? null
                : pairs.of(Words.of("a:" + device, person));
    }

    /** The address and the customer number, when the row names both. */
    void both(MappedRow row) {
        if (row.address() != null) {
            both.of(Words.of(row.address(), String.valueOf(row.person()).substring(2)));
        }
    }

    int freshCharacters() {
        return people.freshCharacters()
                + names.freshCharacters()
                + pages.freshCharacters()
                + ways.freshCharacters()
                + pairs.freshCharacters()
                + both.freshCharacters();
    }

    /** Puts the new ones into their tables; no other COPY may be under way. */
    void store() {
        store("import_person", people, Collections::singletonList);
        store("import_name", names, Collections::singletonList);
        store("import_page", pages, Words::texts);
        store("import_way", ways, Words::texts);
        store("import_pairing", pairs, Words::texts);
        store("import_both", both, Words::texts);
    }

    private <V> void store(String table, ValueDictionary<V> numbers, Function<V, List<@Nullable String>> texts) {
        List<ValueDictionary.Fresh<V>> fresh = numbers.takeFresh();
        if (fresh.isEmpty()) {
            return;
        }
        int columns = 1 + texts.apply(fresh.get(0).value()).size();
        try (BinaryCopy copy = BinaryCopy.streamed(handle, table, columns)) {
            for (ValueDictionary.Fresh<V> one : fresh) {
                copy.row().integer(one.number());
                texts.apply(one.value()).forEach(copy::text);
            }
            copy.end();
        }
    }
}
