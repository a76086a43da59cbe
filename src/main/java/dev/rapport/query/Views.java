package dev.rapport.query;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens views of the data, each for a limited time, and keeps what the next one will want again. */
@ApplicationScoped
public class Views {
    private static final long SETS = 64L << 20;

    private final DataSource dataSource;
    private final Duration most;
    private final DimensionsCache dimensions = new DimensionsCache();
    private final SetStore sets;

    /** What is done with a view. */
    public interface Reading<T> {
        T read(View view) throws SQLException;
    }

    /**
     * @param most how long a statement may take
     * @param memory how much of the heap sets of people may take
     */
    @Inject
    public Views(
            DataSource dataSource,
            @ConfigProperty(name = "rapport.query.timeout", defaultValue = "30s") Duration most,
            @ConfigProperty(name = "rapport.query.sets-memory", defaultValue = "96M") MemorySize memory) {
        this(dataSource, most, memory.asLongValue());
    }

    public Views(DataSource dataSource, Duration most) {
        this(dataSource, most, SETS);
    }

    private Views(DataSource dataSource, Duration most, long memory) {
        this.dataSource = dataSource;
        this.most = most;
        this.sets = new SetStore(memory);
    }

    public <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return reading.read(View.open(connection, most, dimensions, sets));
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
