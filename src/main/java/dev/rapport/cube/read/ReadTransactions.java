package dev.rapport.cube.read;

import dev.rapport.db.QueryConfig;
import dev.rapport.db.QueryPool;
import dev.rapport.db.TableReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Opens read transactions, and keeps what the next one will want again. */
@ApplicationScoped
public class ReadTransactions {
    private static final long SETS = 64L << 20;

    private final QueryPool queryPool;
    private final DimensionsCache dimensions = new DimensionsCache();
    private final SetStore sets;
    private final Restatements restatements = new Restatements();
    private final Consumer<Handle> afterwards;

    @Inject
    public ReadTransactions(QueryPool queryPool, QueryConfig config, TableReads reads) {
        this(queryPool, config.setsMemory().asLongValue(), reads::tell);
    }

    /** @param most how long a statement may take */
    public ReadTransactions(DataSource dataSource, Duration most) {
        this(new QueryPool(dataSource, most), SETS, handle -> {});
    }

    /** @param afterwards is given the handle when all is read, before its transaction ends */
    private ReadTransactions(QueryPool queryPool, long memory, Consumer<Handle> afterwards) {
        this.queryPool = queryPool;
        this.sets = new SetStore(memory);
        this.afterwards = afterwards;
    }

    public <T> T read(Function<ReadTransaction, T> reading) {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            T read = reading.apply(ReadTransaction.of(turn.handle(), dimensions, sets, restatements));
            afterwards.accept(turn.handle());
            return read;
        }
    }
}
