package dev.rapport.journey;

import dev.rapport.metric.CountedShare;
import dev.rapport.metric.FalseDiscovery;
import dev.rapport.metric.Preference;
import dev.rapport.web.NameKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts people by what they bought or looked at, and by channel or segment, each against everybody. Of a column, shares add
 * up to more than all: whoever bought two things counts in both. Source: [V8].
 */
public final class PreferenceTable {
    private final SortedMap<String, RoaringBitmap> people;
    private final RoaringBitmap everybody;
    private final List<Row> rows;
    private final FalseDiscovery discovery;

    private PreferenceTable(SortedMap<String, RoaringBitmap> people, RoaringBitmap everybody, List<Row> rows) {
        this.people = people;
        this.everybody = everybody;
        this.rows = rows;
        this.discovery = FalseDiscovery.ofValues(rows.stream()
                .flatMap(row -> people.keySet().stream().map(column -> cell(row, column)))
                .flatMap(cell -> cell.p().stream()));
    }

    /**
     * Holds one thing that was bought or looked at, or several together.
     *
     * @param others how many those are; 0 for the one that is named
     * @param buyers of each column
     */
    public record Row(String name, int others, Map<String, RoaringBitmap> buyers, RoaringBitmap all) {}

    /** Of each column, by its key. */
    public long people(String column) {
        return people.getOrDefault(column, new RoaringBitmap()).getLongCardinality();
    }

    /** In all columns, each once. */
    public long everybody() {
        return everybody.getLongCardinality();
    }

    /** The most bought first. */
    public List<Row> rows() {
        return rows;
    }

    /** Tells which of all cells stand out. */
    public FalseDiscovery discovery() {
        return discovery;
    }

    /** Against everybody. @param column by its key */
    public Preference cell(Row row, String column) {
        long buyers = row.buyers.getOrDefault(column, new RoaringBitmap()).getLongCardinality();
        return new Preference(new CountedShare(buyers, people(column)), share(row));
    }

    /** Of everybody. */
    public CountedShare share(Row row) {
        return new CountedShare(row.all.getLongCardinality(), everybody());
    }

    /** The first rows and, where there are more, whoever bought any of the others. */
    public List<Row> first(int most) {
        if (rows.size() <= most) {
            return rows;
        }
        List<Row> shown = new ArrayList<>(rows.subList(0, most));
        List<Row> others = rows.subList(most, rows.size());
        Thing together = new Thing("");
        others.forEach(together::add);
        shown.add(together.row(others.size()));
        return shown;
    }

    /** Gathers whoever bought or looked at one thing. */
    private static final class Thing {
        private String name;
        private final Map<String, RoaringBitmap> buyers = new HashMap<>();
        private final RoaringBitmap all = new RoaringBitmap();

        private Thing(String name) {
            this.name = name;
        }

        private void add(String column, int person) {
            buyers.computeIfAbsent(column, key -> new RoaringBitmap()).add(person);
            all.add(person);
        }

        private void add(Row row) {
            row.buyers.forEach((column, who) ->
                    buyers.computeIfAbsent(column, key -> new RoaringBitmap()).or(who));
            all.or(row.all);
        }

        private Row row(int others) {
            return new Row(name, others, buyers, all);
        }
    }

    /** Collects people one by one; names of the same letters are one thing. */
    static final class Builder {
        private final SortedMap<String, RoaringBitmap> people = new TreeMap<>();
        private final RoaringBitmap everybody = new RoaringBitmap();
        private final Map<String, Thing> things = new HashMap<>();
        private final Map<String, String> keys = new HashMap<>();

        void add(String column, String name, int person) {
            Thing thing = things.computeIfAbsent(keys.computeIfAbsent(name, NameKey::of), key -> new Thing(name));
            // whichever comes first from the database: one spelling is shown, always the same
            thing.name = thing.name.compareTo(name) <= 0 ? thing.name : name;
            thing.add(column, person);
            people.computeIfAbsent(column, key -> new RoaringBitmap()).add(person);
            everybody.add(person);
        }

        PreferenceTable done() {
            List<Row> rows = things.values().stream()
                    .map(thing -> thing.row(0))
                    .sorted(Comparator.comparing((Row row) -> -row.all.getLongCardinality())
                            .thenComparing(Row::name))
                    .toList();
            return new PreferenceTable(people, everybody, rows);
        }
    }
}
