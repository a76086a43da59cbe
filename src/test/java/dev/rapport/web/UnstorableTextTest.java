package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UnstorableTextTest {
    @Test
    void isWhatPostgresqlRefusesForItsCharacters() {
        assertThat(UnstorableText.isBehind(new IllegalStateException(new SQLException("NUL", "22021"))))
                .isTrue();
        assertThat(UnstorableText.isBehind(new SQLException("NUL in JSON", "22P05")))
                .isTrue();
    }

    @Test
    void isNoOtherFailure() {
        assertThat(UnstorableText.isBehind(new SQLException("too long", "22001")))
                .isFalse();
        assertThat(UnstorableText.isBehind(new SQLException("no state"))).isFalse();
        assertThat(UnstorableText.isBehind(null)).isFalse();
    }
}
