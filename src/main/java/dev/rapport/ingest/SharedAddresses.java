package dev.rapport.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists for the report an import's addresses, and handles with their network, that were named with several customer numbers, in it or in others. */
final class SharedAddresses {
    private SharedAddresses() {}

    static List<ImportPage.SharedAddress> of(Handle handle, int importId, int most) {
        return handle.select("""
                        select substr(address, 3), string_agg(distinct number, ', ' order by number)
                        from address_claim where address in (select address from address_claim where import_id = ?)
                        group by address having min(number) <> max(number) order by address limit ?
                        """, importId, most)
                .map((row, context) -> new ImportPage.SharedAddress(row.getString(1), row.getString(2)))
                .list();
    }
}
