package dev.rapport.ingest.store;

import dev.rapport.db.BinaryCopy;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.IsoMoment;
import dev.rapport.ingest.mapping.MappedRow;
import dev.rapport.ingest.mapping.RowFingerprints;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stages events as numbers, with tables beside them of what the numbers mean: a million rows name few pages and
 * campaigns.
 */
final class EventStaging implements RowSink {
    private static final int ROWS_AT_ONCE = 1 << 16;
    private static final int CHARACTERS_AT_ONCE = 1 << 22;
    private static final int COLUMNS = 13;

    private final Handle handle;
    private final Columns columns;
    private final int traits;
    private final RowFingerprints content;
    private final EventWords words;
    private final RepeatedKeys repetitions = new RepeatedKeys();
    private BinaryCopy copy;
    private long rows;

    EventStaging(Handle handle, FactType target, int traits) {
        this.handle = handle;
        this.columns = new Columns(target);
        this.traits = traits;
        this.content = new RowFingerprints(target);
        this.words = new EventWords(handle, target);
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < traits; i++) {
            said.append(", t_").append(i).append(" text");
        }
        handle.execute("""
                create temp table import_event (row bigint, person_no int, message uuid, content uuid, f_at timestamptz,
                    kind smallint, name_no int, page_no int, way_no int, pair_no int, scroll int, visible_ms int,
                    f_properties jsonb%s)
                """.formatted(said));
        // as facts with few rows look when they have been chosen, for what is the same with all
        handle.execute("""
                create temp view import_winner as
                select e.*, p.key as person from import_event e join import_person p on p.no = e.person_no
                """);
        copy = open();
    }

    private BinaryCopy open() {
        return BinaryCopy.streamed(handle, "import_event", COLUMNS + traits);
    }

    @Override
    public void add(MappedRow row) {
        copy.row();
        copy.bigint(++rows);
        copy.integer(words.person(row));
        message(row);
        copy.moment(IsoMoment.micros(String.valueOf(row.value(columns.at))));
        copy.smallint(Integer.parseInt(String.valueOf(row.value(columns.kind))));
        copy.integer(words.name(row));
        copy.integer(words.page(row));
        copy.integer(words.way(row));
        copy.integer(words.pair(row));
        words.both(row);
        copy.integer(number(row.value(columns.scroll)));
        copy.integer(number(row.value(columns.visible)));
        copy.json(row.value(columns.properties));
        for (int i = 0; i < traits; i++) {
            copy.text(row.trait(i));
        }
        if (rows % ROWS_AT_ONCE == 0 || words.freshCharacters() > CHARACTERS_AT_ONCE) {
            copy.end();
            words.store();
            copy = open();
        }
    }

    /** An event is recognised by its message id alone; its content matters only where there is no key. */
    private void message(MappedRow row) {
        String key = row.key();
        UUID said = key == null ? content.hash(row) : null;
        UUID message = content.message(key == null ? "#" + said + "#1" : key);
        repetitions.add(message);
        copy.uuid(message);
        copy.uuid(said);
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    @Override
    public void finish() {
        copy.end();
        words.store();
        EventWinners.remember(handle, repetitions.found());
    }

    @Override
    public void close() {
        copy.close();
    }

    private static final class Columns {
        final int at;
        final int kind;
        final int scroll;
        final int visible;
        final int properties;

        Columns(FactType target) {
            at = target.position("at");
            kind = target.position("kind");
            scroll = target.position("scroll");
            visible = target.position("visible_ms");
            properties = target.position("properties");
        }
    }
}
