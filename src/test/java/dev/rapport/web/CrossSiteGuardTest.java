package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteGuardTest {
    private static final String HERE = "https://rapport.example";

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ownPagesAndTypedAddressesPass(String fetchSite) {
        assertThat(CrossSiteGuard.ownSite(fetchSite, HERE, HERE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void otherSitesDoNotWhateverTheOrigin(String fetchSite) {
        assertThat(CrossSiteGuard.ownSite(fetchSite, HERE, HERE)).isFalse();
    }

    @Test
    void olderBrowsersAreJudgedByOrigin() {
        assertThat(CrossSiteGuard.ownSite(null, HERE, HERE)).isTrue();
        assertThat(CrossSiteGuard.ownSite(null, "https://evil.example", HERE)).isFalse();
        assertThat(CrossSiteGuard.ownSite(null, "null", HERE)).isFalse();
    }

    @Test
    void programsSayNeither() {
        assertThat(CrossSiteGuard.ownSite(null, null, HERE)).isTrue();
    }
}
