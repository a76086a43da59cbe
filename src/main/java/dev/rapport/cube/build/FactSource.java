package dev.rapport.cube.build;

import dev.rapport.fact.FactTypes;
import dev.rapport.fact.MeasureSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Defines what the facts of one family add to the measures, as SQL; each package of facts has a bean of it. Cells,
 * totals, marginals and sets are all made from it, so that a measure is written down once.
 */
public interface FactSource {
    /** As in {@link dev.rapport.metric.Measure#family()}. */
    String family();

    /** What it needs beside its facts: nothing. */
    default RebuildPhase rebuildPhase() {
        return RebuildPhase.FACTS;
    }

    /**
     * A select over facts (or sessions) with exactly two JDBC parameters, {@code from} and {@code to} (timestamptz,
     * half-open), answering rows {@code (measure smallint, item int, at timestamptz, channel_id smallint, person_id int
     * or null, value bigint)}. A person who is only known to be somebody is null.
     */
    default String sql() {
        return MeasureSource.rows(measureSources());
    }

    /** The same, a row for each fact: what the fact types of the family say. */
    default List<MeasureSource> measureSources() {
        return FactTypes.measures(family());
    }

    /**
     * Finer sources of measures that {@link #measureSources()} has as well, for questions by a part that only these know; too many to be
     * counted into cells.
     */
    default List<MeasureSource> apart() {
        return List.of();
    }

    /**
     * The days whose figures the changed facts of {@code dirty} days may change. A source in which a day depends on
     * facts of other days brings what it derives from them up to date here, in the same transaction, and answers those
     * days too.
     */
    default SortedSet<LocalDate> settle(Handle handle, SortedSet<LocalDate> dirty) {
        return dirty;
    }
}
