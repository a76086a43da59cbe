package dev.rapport.ingest.demo;

import dev.rapport.ingest.store.Undo;
import dev.rapport.web.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Recognises the one import that all demo data belong to, and undoes it before real use. What makes those data is no
 * part of the application: it writes them from outside, whole or not at all.
 */
@ApplicationScoped
public class DemoImport implements InventedData {
    private static final Logger LOG = Logger.getLogger(DemoImport.class);
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    /** Hangs on facts by their keys, so it goes before them. */
    private static final List<String> BESIDE_FACTS = List.of(
            "delete from mention_label where mention_key in (select key from mention where import_id = ?)",
            "delete from follow_up where response_key in (select key from response where import_id = ?)");

    /** Settings as they were before; what somebody has changed meanwhile stays. */
    private static final String SETTINGS = """
            delete from target where created_by = 'demo';
            delete from annotation where created_by = 'demo';
            delete from feature where (key, name, event_name) in (values
                ('record-sales', 'Record sales', 'sale_recorded'),
                ('count-stock', 'Count stock', 'stock_counted'),
                ('export-reports', 'Export reports', 'report_exported'),
                ('send-invoices', 'Send invoices', 'invoice_sent'),
                ('discounts', 'Discounts', 'discount_created'),
                ('close-shifts', 'Close shifts', 'shift_closed'));
            delete from product_use where page_pattern = '/app/*';
            update journey_step set kind = 'event', pattern = 'product_view' where kind = 'page' and pattern = '/shop/*'
            """;

    private final Jdbi jdbi;

    /** Every page asks; another instance may remove the data: so the answer is kept, but not for long. */
    private volatile boolean present;

    private volatile long lookAgainAt = System.nanoTime();

    public DemoImport(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean isPresent() {
        if (System.nanoTime() - lookAgainAt >= 0) {
            try {
                present = jdbi.withHandle(DemoImport::find).isPresent();
            } catch (JdbiException e) {
                // A page that needs the database says so itself; the banner must not be what fails.
                LOG.debug("Could not see whether there is demo data", e);
            }
            lookAgainAt = System.nanoTime() + LOOK_AGAIN;
        }
        return present;
    }

    /** Looks again the next time it is asked. */
    void forget() {
        lookAgainAt = System.nanoTime();
    }

    private static Optional<Integer> find(Handle handle) {
        return handle.select("select id from import_job where kind = 'demo' and state = 'done' order by id")
                .mapTo(Integer.class)
                .findFirst();
    }

    /**
     * Takes the import out again as any other is, and what is beside its facts: labels, follow-ups, targets, notes on the time
     * line, the features' names.
     *
     * @return whether there was anything to remove
     */
    public boolean remove(String who) {
        try {
            return jdbi.inTransaction(handle -> {
                Optional<Integer> id = find(handle);
                id.ifPresent(there -> remove(handle, there, who));
                return id.isPresent();
            });
        } finally {
            forget();
        }
    }

    private static void remove(Handle handle, int importId, String who) {
        for (String sql : BESIDE_FACTS) {
            handle.execute(sql, importId);
        }
        new Undo(handle, importId).run();
        handle.execute(SETTINGS);
        handle.execute(
                "update import_job set state = 'undone', undone_at = clock_timestamp(), undone_by = ? where id = ?",
                who,
                importId);
    }
}
