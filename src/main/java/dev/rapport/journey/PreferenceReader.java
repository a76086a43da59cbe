package dev.rapport.journey;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.SqlFile;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads who bought and who looked at what, by channel or by the values of a segment group. */
@ApplicationScoped
public class PreferenceReader {
    private static final int KEPT = 8;
    private static final String BOUGHT = SqlFile.of("journey/bought");
    private static final String VIEWED = SqlFile.of("journey/viewed");

    private final ReadTransactions readTransactions;
    private final VersionedCache<String, PreferenceTable> kept = VersionedCache.ofFew(KEPT);

    public PreferenceReader(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    /** Names what can be preferred. */
    public enum Of {
        PRODUCT(BOUGHT.formatted("product"), "purchase.channel_id"),
        CATEGORY(BOUGHT.formatted("category"), "purchase.channel_id"),
        PAGE(
                VIEWED.formatted(
                        "(select shown from page where page.id = event.page_id)",
                        "event.kind = 1 and event.page_id is not null"),
                "session.channel_id"),
        VIEWED_PRODUCT(viewed("product"), "session.channel_id"),
        VIEWED_CATEGORY(viewed("category"), "session.channel_id");

        private final String facts;
        private final String channel;

        Of(String facts, String channel) {
            this.facts = facts;
            this.channel = channel;
        }

        private static String viewed(String property) {
            String said = "event.properties ->> '" + property + "'";
            return VIEWED.formatted(said, said + " <> ''");
        }

        /** As in {@code of=viewed-product}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Of of(String key) {
            return Stream.of(values())
                    .filter(of -> of.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param by channels, or the values of a segment group */
    public PreferenceTable read(Slice slice, Of of, Grouping by) {
        return readTransactions.read(readTransaction -> readTransaction.kept(
                kept,
                String.join(
                        " ",
                        of.key(),
                        by.segmentGroup().orElse(""),
                        slice.period().toString(),
                        slice.channels().toString(),
                        slice.segments().values().toString(),
                        slice.zone().toString()),
                () -> readNow(readTransaction, slice, of, by)));
    }

    private static PreferenceTable readNow(ReadTransaction readTransaction, Slice slice, Of of, Grouping by) {
        PreferenceTable.Builder table = new PreferenceTable.Builder();
        new SliceSql(slice, slice.period(), by)
                .add(of.facts)
                .andChannel(of.channel)
                .add(")\n")
                .select("fact.item, fact.person_id")
                .add(" group by 1, 2, 3, 4, 5, 6")
                .run(
                        readTransaction.handle(),
                        (key, row) -> table.add(
                                key.channel().or(key::segmentValue).orElse(""),
                                row.getString("item"),
                                row.getInt("person_id")));
        return table.done();
    }
}
