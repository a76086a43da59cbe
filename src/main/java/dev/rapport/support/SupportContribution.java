package dev.rapport.support;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.MeasureSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds what tickets and calls count as. */
@Singleton
public class SupportContribution implements FactSource {
    @Override
    public String family() {
        return "support";
    }

    @Override
    public RebuildPhase basis() {
        return RebuildPhase.FACTS;
    }

    @Override
    public String sql() {
        return MeasureSource.rows(deeds());
    }

    @Override
    public List<MeasureSource> deeds() {
        return FactTypes.measures(family());
    }
}
