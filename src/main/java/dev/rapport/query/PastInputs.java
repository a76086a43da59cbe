package dev.rapport.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.cube.read.InputValues;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.Input;
import dev.rapport.slice.Period;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Keeps what was read of days that are over for as long as none of them is counted again: the weeks by which changes are judged
 * are asked for with every page, and new facts are of today. What is kept goes when memory is short.
 */
final class PastInputs {
    private static final int MOST = 64;

    /** Days before the first that are looked at for people of trailing days. */
    private static final int TRAILING = 31;

    private static final String STATE = """
            select concat_ws(' ', count(*), max(refreshed_at))
            from day_refresh where day >= ? and day < ?
            """;

    private final Cache<Key, InputValues> kept = Caffeine.newBuilder()
            .maximumSize(MOST)
            .softValues()
            .executor(Runnable::run)
            .build();

    /**
     * @param asked all that the numbers depend on but the days
     * @param state of the days
     */
    private record Key(Object asked, Set<Input> inputs, String state) {}

    private record State(Period period) {}

    /** Reads what is not known yet; not to be changed. */
    InputValues get(
            ReadTransaction view,
            Object asked,
            Set<Input> inputs,
            Period period,
            ReadTransaction.Reading<InputValues> reading)
            throws SQLException {
        Key key = new Key(asked, Set.copyOf(inputs), view.once(new State(period), () -> state(view, period)));
        InputValues known = kept.getIfPresent(key);
        if (known == null) {
            known = reading.read();
            kept.put(key, known);
        }
        return known;
    }

    private static String state(ReadTransaction view, Period period) throws SQLException {
        try (PreparedStatement statement = view.connection().prepareStatement(STATE)) {
            statement.setObject(1, period.from().minusDays(TRAILING));
            statement.setObject(2, period.to());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
