package dev.rapport.db;

import dev.rapport.web.CurrentDataVersion;
import dev.rapport.web.DataVersion;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the version of the data: numbers that grow in the transaction in which something changes that answers rest on. Triggers
 * see to it, so that nobody who writes forgets. Answers are kept, and pages called unchanged, under these numbers.
 */
@ApplicationScoped
public class DataVersions implements CurrentDataVersion {
    /** The numbers as {@link DataVersion#parse} takes them. */
    public static final String NUMBERS = """
            coalesce((select string_agg(area || '=' || changes, ' ')
                      from (select area, sum(changes) as changes from data_version group by area) as by_area), '')""";

    private static final String COUNTING = "+";

    private static final String CURRENT = """
            select case when exists (select from dirty_day) then '%s' else '' end || %s
            """.formatted(COUNTING, NUMBERS);

    /** Only rows of areas that have several, so that at rest nothing is written. */
    private static final String PUT_TOGETHER = """
            with gone as (
                delete from data_version
                where area in (select area from data_version group by area having count(*) > 1)
                returning area, changes)
            insert into data_version (area, changes) select area, sum(changes) from gone group by area
            """;

    private final QueryPool queryPool;
    private final RequestDataVersion ofRequest;

    @Inject
    DataVersions(QueryPool queryPool, RequestDataVersion ofRequest) {
        this.queryPool = queryPool;
        this.ofRequest = ofRequest;
    }

    /** One for all that is answered to one request. */
    @Override
    public DataVersion current() {
        if (!Arc.container().requestContext().isActive()) {
            return now();
        }
        DataVersion known = ofRequest.get();
        if (known == null) {
            known = now();
            ofRequest.set(known);
        }
        return known;
    }

    /** As it is at this moment, whatever the request began with. */
    public DataVersion now() {
        String text = queryPool.glance(CURRENT);
        boolean counting = text.startsWith(COUNTING);
        return DataVersion.parse(counting ? text.substring(1) : text, counting);
    }

    /**
     * Reads through transactions of others. What is read is kept only when the version is the same before and after, so that it
     * was so all the while: numbers never go back.
     *
     * @param areas on which it rests; none for all
     */
    public <K, V> V get(VersionedCache<K, V> cache, K key, Supplier<V> reading, String... areas) {
        DataVersion before = current().of(areas);
        @Nullable V known = cache.find(before, key);
        if (known != null) {
            return known;
        }
        V read = reading.get();
        if (now().of(areas).equals(before)) {
            cache.keep(before, key, read);
        }
        return read;
    }

    /** Makes one row of each area's; the numbers stay. For one at a time, in no transaction. */
    public static void putTogether(Handle handle) {
        handle.execute(PUT_TOGETHER);
    }

    /** Says that something of the area has changed that no trigger sees, in the transaction of the change. */
    public static void changed(Handle handle, String area) {
        handle.execute("select data_changed(?)", area);
    }
}
