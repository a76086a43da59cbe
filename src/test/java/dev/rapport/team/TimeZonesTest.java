package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeZonesTest {
    /** What is called CET is summer time to some and none to others. */
    @Test
    void onlyPlacesAndUtcAreOffered() {
        assertThat(TimeZones.all())
                .contains("UTC", "Europe/Berlin", "America/Vancouver", "Africa/Cairo")
                .doesNotContain("CET", "EST", "EST5EDT", "Etc/GMT+1", "GMT0", "SystemV/PST8");
    }
}
