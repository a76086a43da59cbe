package dev.rapport.db;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Renews what PostgreSQL assumes of the size of tables, where that misleads. A table that was looked at while it was
 * empty is taken for empty however much is put into it (it multiplies the pages there are by the rows a page held
 * then), until autovacuum comes by, a minute or more later; joins planned meanwhile run through all pairs of rows.
 */
public final class TableStatistics {
    /** Of a table with fewer pages all pairs are soon seen. */
    private static final int FEW_PAGES = 8;

    private TableStatistics() {}

    /** Tables that somebody else is looking at are left to him: nobody waits. */
    public static void renew(Handle handle, String... tables) {
        List<String> misleading = handle.select("""
                        select relname from (
                            select relname, relpages, reltuples, pg_relation_size(oid) / current_setting('block_size')::int as pages
                            from pg_class
                            where relkind = 'r' and relnamespace = 'public'::regnamespace and relname = any (?)
                        ) as known
                        where pages >= ? and (reltuples <= 0 or pages > 2 * relpages)
                        """, SqlBuilder.array("text", List.of(tables)), FEW_PAGES)
                .mapTo(String.class)
                .list();
        if (!misleading.isEmpty()) {
            handle.execute("analyze (skip_locked) " + String.join(", ", misleading));
        }
    }
}
