package dev.rapport.ingest.demo;

import dev.rapport.ingest.store.Undo;
import dev.rapport.web.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

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
            update journey_step set kind = 'event', pattern = 'product_view' where kind = 'page' and pattern = '/shop/*'
            """;

    private final DataSource database;

    /** Every page asks; another instance may remove the data: so the answer is kept, but not for long. */
    private volatile boolean present;

    private volatile long lookAgainAt = System.nanoTime();

    public DemoImport(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isPresent() {
        if (System.nanoTime() - lookAgainAt >= 0) {
            try (Connection connection = database.getConnection()) {
                present = find(connection).isPresent();
            } catch (SQLException e) {
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

    private static OptionalInt find(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id from import_job where kind = 'demo' and state = 'done' order by id")) {
            return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
        }
    }

    /**
     * Takes the import out again as any other is, and what is beside its facts: labels, follow-ups, targets, notes on the time
     * line, the features' names.
     *
     * @return whether there was anything to remove
     */
    public boolean remove(String who) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                OptionalInt id = find(connection);
                if (id.isPresent()) {
                    remove(connection, id.getAsInt(), who);
                }
                connection.commit();
                return id.isPresent();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } finally {
            forget();
        }
    }

    private static void remove(Connection connection, int importId, String who) throws SQLException {
        for (String sql : BESIDE_FACTS) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, importId);
                statement.executeUpdate();
            }
        }
        new Undo(connection, importId).run();
        try (var statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        try (var statement = connection.prepareStatement(
                "update import_job set state = 'undone', undone_at = clock_timestamp(), undone_by = ? where id = ?")) {
            statement.setString(1, who);
            statement.setInt(2, importId);
            statement.executeUpdate();
        }
    }
}
