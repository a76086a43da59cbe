package dev.rapport.ingest.store;

import dev.rapport.fact.FactType;
import dev.rapport.fact.StoragePath;
import dev.rapport.ingest.mapping.MappedRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Stages rows in temporary tables of this connection, filled by COPY. Nobody else sees them, and whatever happens they
 * are gone with the connection. A thread of its own sends them, so that the file is read on meanwhile; until it has
 * ended, the connection is its.
 */
public final class Staging implements Closeable {
    private static final int ROWS_TOGETHER = 500;
    private static final int CHARACTERS_TOGETHER = 1 << 20;
    private static final int BATCHES_WAITING = 4;
    /** The last batch. */
    private static final List<MappedRow> END = new ArrayList<>();

    /** Selects which addresses and which customer number rows named together. */
    static final String BOTH = "select unnest(string_to_array(address, '" + MappedRow.ADDRESS_END
            + "')), substr(person, 3) from import_stage where address is not null";

    private final RowSink sink;
    private final BlockingQueue<List<MappedRow>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private final Thread sender;
    private List<MappedRow> batch = new ArrayList<>();
    private int characters;
    private long rows;
    private boolean finished;
    private volatile @Nullable Exception failure;

    private Staging(RowSink sink) {
        this.sink = sink;
        this.sender = new Thread(this::send, "import-staging");
        this.sender.setDaemon(true);
    }

    public static Staging begin(Handle handle, FactType target, int traits) {
        drop(handle);
        Staging staging = new Staging(
                target.storagePath() == StoragePath.EVENTS
                        ? new EventStaging(handle, target, traits)
                        : new FactStaging(handle, target, traits));
        staging.sender.start();
        return staging;
    }

    /** The field's column where rows wait. */
    static String column(String field) {
        return "f_" + field;
    }

    public static void drop(Handle handle) {
        handle.execute("""
                drop table if exists import_stage, import_event, import_again, import_person, import_name, import_page,
                    import_way, import_pairing, import_both, import_channel, import_source cascade
                """);
    }

    public void add(MappedRow row) throws IOException {
        rows++;
        batch.add(row);
        characters += row.length();
        if (batch.size() >= ROWS_TOGETHER || characters > CHARACTERS_TOGETHER) {
            handOver();
        }
    }

    public long rows() {
        return rows;
    }

    private void handOver() throws IOException {
        put(batch);
        batch = new ArrayList<>(ROWS_TOGETHER);
        characters = 0;
        complain();
    }

    private void put(List<MappedRow> given) throws IOException {
        try {
            waiting.put(given);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What went wrong over there is thrown here. */
    private void complain() throws IOException {
        Exception wrong = failure;
        if (wrong instanceof JdbiException jdbi) {
            throw jdbi;
        } else if (wrong != null) {
            throw new IOException(wrong);
        }
    }

    /** Takes what comes even after a failure, lest nobody could hand over any more. */
    private void send() {
        try {
            for (List<MappedRow> taken = waiting.take(); taken != END; taken = waiting.take()) {
                if (failure == null) {
                    send(taken);
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void send(List<MappedRow> taken) {
        try {
            for (MappedRow row : taken) {
                sink.add(row);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    public void finish() throws IOException {
        handOver();
        end();
        complain();
        sink.finish();
        finished = true;
    }

    private void end() throws IOException {
        if (!sender.isAlive()) {
            return;
        }
        put(END);
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Gives up when it has not been finished. */
    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        waiting.clear();
        end();
        try {
            sink.close();
        } catch (JdbiException e) {
            throw new IOException(e);
        }
    }
}
