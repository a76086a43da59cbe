package dev.rapport.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Opens views of the data, and keeps what the next one will want again. */
@ApplicationScoped
public class Views {
    private static final long SETS = 64L << 20;

    private final Desk desk;
    private final DimensionsCache dimensions = new DimensionsCache();
    private final SetStore sets;
    private final Restatements restatements = new Restatements();

    /** What is done with a view. */
    public interface Reading<T> {
        T read(View view) throws SQLException;
    }

    @Inject
    public Views(Desk desk, QueryConfig config) {
        this(desk, config.setsMemory().asLongValue());
    }

    /** @param most how long a statement may take */
    public Views(DataSource dataSource, Duration most) {
        this(new Desk(dataSource, most), SETS);
    }

    private Views(Desk desk, long memory) {
        this.desk = desk;
        this.sets = new SetStore(memory);
    }

    public <T> T read(Reading<T> reading) {
        try (Desk.Turn turn = desk.forQuestion()) {
            return reading.read(View.of(turn.connection(), dimensions, sets, restatements));
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
