package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.db.JdbiSetup;
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
        ChannelNames names = new ChannelNames(JdbiSetup.on(connection));

        assertThat(names.ids(List.of("email", " E-Mail ", "NEWSLETTER", "e-mail"))
                        .values())
                .containsOnly(id("email"));
        assertThat(names.id("Self service")).isEqualTo(id("self-service"));
        assertThat(names.id("  ")).isEqualTo(id("unknown"));
    }

    @Test
    void aNameNobodyKnowsBecomesAChannelOnce() throws SQLException {
        Map<String, Short> ids = new ChannelNames(JdbiSetup.on(connection))
                .ids(List.of("Direct opening", "direct  opening", "DIRECT-OPENING", "Телефон", "???"));

        assertThat(ids.get("direct  opening")).isEqualTo(ids.get("Direct opening"));
        // nothing of a name is dropped, so a hyphen is no blank
        assertThat(ids.get("DIRECT-OPENING")).isEqualTo(id("direct-opening-2"));
        assertThat(id("direct-opening")).isEqualTo(ids.get("Direct opening"));
        assertThat(ids.get("Телефон")).isNotEqualTo(ids.get("???"));
        assertThat(new ChannelNames(JdbiSetup.on(connection)).id("телефон")).isEqualTo(ids.get("Телефон"));
    }

    @Test
    void lettersOfEveryScriptTellChannelsApart() throws SQLException {
        List<String> names =
                List.of("Store 東京", "Store 大阪", "Chat по-русски", "LINE 問い合わせ", "LINE 広告", "C#", "C++", "Café", "Cafe");

        Map<String, Short> ids = new ChannelNames(JdbiSetup.on(connection)).ids(names);

        assertThat(ids.values()).doesNotHaveDuplicates().hasSize(names.size());
        assertThat(ids.values()).doesNotContain(id("in-person"), id("chat"), id("unknown"));
        assertThat(new ChannelNames(JdbiSetup.on(connection)).id("ＬＩＮＥ　広告")).isEqualTo(ids.get("LINE 広告"));
        assertThat(new ChannelNames(JdbiSetup.on(connection))
                        .ids(List.of("Store", "store"))
                        .values())
                .containsOnly(id("in-person"));
    }

    @Test
    void channelsThatCameAlongAreKnownByManySpellings() throws SQLException {
        ChannelNames names = new ChannelNames(JdbiSetup.on(connection));

        for (String spelling : List.of("Web Form", "web_form", "WEB-FORM", "Web  form", "web.form")) {
            assertThat(names.id(spelling)).as(spelling).isEqualTo(id("web-form"));
        }
        assertThat(names.ids(List.of("E mail", "E_MAIL", "ｅｍａｉｌ", "E-Mail")).values())
                .containsOnly(id("email"));
    }

    @Test
    void aColumnThatHoldsNoChannelsIsRefused() throws SQLException {
        ChannelNames names = new ChannelNames(JdbiSetup.on(connection));

        assertThatThrownBy(() -> names.ids(
                        IntStream.range(0, 300).mapToObj(i -> "customer " + i).toList()))
                .isInstanceOf(TooManyChannelsException.class)
                .hasMessageContaining("321 channels");
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
