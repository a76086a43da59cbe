package dev.rapport.social;

import dev.rapport.cube.build.FactSource;
import jakarta.inject.Singleton;

/** Adds what posts and mentions count as. */
@Singleton
public class SocialFactSource implements FactSource {
    @Override
    public String family() {
        return "social";
    }
}
