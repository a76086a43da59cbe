package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03", "99999"})
    void isBehindADatabaseThatIsAway(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void isBehindAPoolThatRanDry() {
        assertThat(Outage.isBehind(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(Outage.isBehind(new RuntimeException(new ConnectException())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "22P02", "57014"})
    void isNotBehindWrongSqlOrData(String state) {
        assertThat(Outage.isBehind(new SQLException("wrong", state))).isFalse();
        assertThat(Outage.isBehind(new NullPointerException())).isFalse();
        assertThat(Outage.isBehind(null)).isFalse();
    }

    @Test
    void aStatementOverItsTimeIsSlow() {
        assertThat(Outage.isSlow(new IllegalStateException(new SQLException("cancelled", "57014"))))
                .isTrue();
        assertThat(Outage.isSlow(new SQLException("gone", "57P01"))).isFalse();
    }

    @Test
    void aFullDiskIsToldApart() {
        assertThat(Outage.isFull(new IllegalStateException(new SQLException("no room", "53100"))))
                .isTrue();
        assertThat(Outage.isFull(new SQLException("too many connections", "53300")))
                .isFalse();
        assertThat(Outage.isFull(new UncheckedIOException(new IOException("No space left on device"))))
                .isTrue();
        assertThat(Outage.isFull(new IOException("Connection reset by peer"))).isFalse();
        assertThat(Outage.isFull(null)).isFalse();
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);
        assertThat(Outage.isBehind(one)).isFalse();
    }
}
