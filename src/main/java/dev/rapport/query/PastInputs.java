package dev.rapport.query;

import dev.rapport.cube.read.InputValues;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Input;
import dev.rapport.slice.Period;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Caches the inputs of days that are over for as long as none of them is counted again. The weeks by which changes are
 * judged are asked for with every page, and new facts are of today.
 */
final class PastInputs {
    private static final int MOST = 64;

    /** Days before the first that are looked at for people of trailing days. */
    private static final int TRAILING = 31;

    private final VersionedCache<Key, InputValues> kept = VersionedCache.ofFew(MOST);

    /** @param asked all that the numbers depend on but the days */
    private record Key(Object asked, Set<Input> inputs) {}

    /** Reads what is not known yet; not to be changed. */
    InputValues get(
            ReadTransaction readTransaction,
            Object asked,
            Set<Input> inputs,
            Period period,
            Supplier<InputValues> reading) {
        Object days = readTransaction.version(new Period(period.from().minusDays(TRAILING), period.to()));
        return kept.get(days, new Key(asked, Set.copyOf(inputs)), reading);
    }
}
