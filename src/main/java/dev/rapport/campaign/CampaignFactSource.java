package dev.rapport.campaign;

import dev.rapport.cube.build.FactSource;
import jakarta.inject.Singleton;

/** Adds what campaign figures count as. */
@Singleton
public class CampaignFactSource implements FactSource {
    @Override
    public String family() {
        return "campaign";
    }
}
