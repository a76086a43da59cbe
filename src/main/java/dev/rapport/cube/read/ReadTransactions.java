package dev.rapport.cube.read;

import dev.rapport.db.QueryConfig;
import dev.rapport.db.QueryPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/** Opens read transactions, and keeps what the next one will want again. */
@ApplicationScoped
public class ReadTransactions {
    private static final long SETS = 64L << 20;

    private final QueryPool queryPool;
    private final DimensionsCache dimensions = new DimensionsCache();
    private final SetStore sets;
    private final Restatements restatements = new Restatements();

    @Inject
    public ReadTransactions(QueryPool queryPool, QueryConfig config) {
        this(queryPool, config.setsMemory().asLongValue());
    }

    /** @param most how long a statement may take */
    public ReadTransactions(DataSource dataSource, Duration most) {
        this(new QueryPool(dataSource, most), SETS);
    }

    private ReadTransactions(QueryPool queryPool, long memory) {
        this.queryPool = queryPool;
        this.sets = new SetStore(memory);
    }

    public <T> T read(Function<ReadTransaction, T> reading) {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            return reading.apply(ReadTransaction.of(turn.handle(), dimensions, sets, restatements));
        }
    }
}
