package dev.rapport.ingest.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores where facts come from: the tool and account. */
public final class Sources {
    /** Of what was stored before sources were known. */
    static final int EARLIER = 1;

    /** What stands between a key and its source; no file can hold it in a key. */
    private static final char BETWEEN = '\u001f';

    private static final int LONGEST = 100;

    /** @param key its name as it is recognised */
    public record Source(int id, String key, String name) {}

    /** What a key of one of its facts ends with, in SQL, of the table {@code source}. */
    static final String SUFFIX = "case when source.id = " + EARLIER + " then '' else E'\\x1f' || source.key end";

    private Sources() {}

    public static Optional<Source> named(Handle handle, String name) {
        return handle.select("select id, key, name from source where key = lower(normalize(btrim(?)))", cut(name))
                .map((row, context) -> new Source(row.getInt(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    /** What a key of a fact of the source ends with, whether or not there is one of that name yet. */
    static String suffix(Handle handle, String name) {
        return handle.select("""
                        select %s from (select coalesce(max(id), 0) as id, lower(normalize(btrim(?))) as key
                                        from source where key = lower(normalize(btrim(?)))) as source
                        """.formatted(SUFFIX), cut(name), cut(name))
                .mapTo(String.class)
                .one();
    }

    /** The one of that name, made when there is none. */
    static Source ensure(Handle handle, String name, int importId) {
        String clean = cut(name);
        handle.execute("""
                insert into source (key, name, import_id) values (lower(normalize(btrim(?))), ?, ?) on conflict (key) do nothing
                """, clean, clean, importId);
        return named(handle, clean).orElseThrow();
    }

    /** All names, the newest first. */
    public static List<String> names(Handle handle) {
        return handle.select("select name from source order by id desc")
                .mapTo(String.class)
                .list();
    }

    /** Takes away those of which no import that stands speaks any more. */
    static void removeUnused(Handle handle, int undoneId) {
        handle.execute("""
                delete from source where id <> %d and not exists (
                    select from import_job j where j.source_id = source.id and j.id <> ?
                      and j.state not in ('undone', 'failed', 'cancelled'))
                """.formatted(EARLIER), undoneId);
    }

    private static String cut(String name) {
        String clean = name.replace(BETWEEN, ' ').replace('\0', ' ').strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST).strip();
    }
}
