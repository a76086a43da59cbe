package dev.rapport.support;

import dev.rapport.cube.build.FactSource;
import jakarta.inject.Singleton;

/** Adds what tickets and calls count as. */
@Singleton
public class SupportFactSource implements FactSource {
    @Override
    public String family() {
        return "support";
    }
}
