package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelNamesTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = FreshDatabase.create().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void findsAChannelByKeyNameOrOtherSpelling() throws SQLException {
        ChannelNames names = new ChannelNames(connection);

        assertThat(names.ids(List.of("email", " E-Mail ", "NEWSLETTER", "e-mail"))
                        .values())
                .containsOnly(id("email"));
        assertThat(names.id("Self service")).isEqualTo(id("self-service"));
        assertThat(names.id("  ")).isEqualTo(id("unknown"));
    }

    @Test
    void aNameNobodyKnowsBecomesAChannelOnce() throws SQLException {
        Map<String, Short> ids = new ChannelNames(connection)
                .ids(List.of("Direct opening", "direct  opening", "DIRECT-OPENING", "Телефон", "???"));

        assertThat(ids.get("direct  opening"))
                .isEqualTo(ids.get("Direct opening"))
                .isEqualTo(ids.get("DIRECT-OPENING"));
        assertThat(id("direct-opening")).isEqualTo(ids.get("Direct opening"));
        assertThat(ids.get("Телефон")).isNotEqualTo(ids.get("???"));
        assertThat(new ChannelNames(connection).id("телефон")).isEqualTo(ids.get("Телефон"));
    }

    @Test
    void aColumnThatHoldsNoChannelsIsRefused() throws SQLException {
        ChannelNames names = new ChannelNames(connection);

        assertThatThrownBy(() -> names.ids(
                        IntStream.range(0, 300).mapToObj(i -> "customer " + i).toList()))
                .isInstanceOf(TooManyChannelsException.class)
                .hasMessageContaining("320 channels");
    }

    private Short id(String key) throws SQLException {
        try (var statement = connection.prepareStatement("select id from channel where key = ?")) {
            statement.setString(1, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getShort(1);
            }
        }
    }
}
