package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import io.quarkus.oidc.AuthorizationCodeTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TokenTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenTable.Owner ADA = new TokenTable.Owner("ada-sub", "ada-session", "ada", "Ada Admin");

    private static final TokenTable.Owner SAM = new TokenTable.Owner("sam-sub", "sam-session", "samir", "Samir");

    private final DataSource database = FreshDatabase.create();
    private final TokenTable table = new TokenTable(JdbiSetup.of(database));

    @Test
    void givesBackWhatItWasGivenUntilItExpires() throws SQLException {
        table.insert("an-id", ADA, tokens(), NOW, NOW.plusSeconds(60));

        AuthorizationCodeTokens found = table.find("an-id", NOW).orElseThrow();
        assertThat(found.getIdToken()).isEqualTo("id");
        assertThat(found.getAccessToken()).isEqualTo("access");
        assertThat(found.getRefreshToken()).isEqualTo("refresh");
        assertThat(found.getAccessTokenExpiresIn()).isEqualTo(300L);
        assertThat(found.getAccessTokenScope()).isEqualTo("openid");
        assertThat(table.find("an-id", NOW.plusSeconds(60))).isEmpty();
        assertThat(table.find("another-id", NOW)).isEmpty();
    }

    @Test
    void keepsTheHashOfTheIdOnly() throws SQLException {
        table.insert("an-id", ADA, tokens(), NOW, NOW.plusSeconds(60));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select t::text from token_state t")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).contains(Secrets.hash("an-id")).doesNotContain("an-id");
        }
    }

    @Test
    void aRenewedSessionKeepsItsId() throws SQLException {
        table.insert("an-id", ADA, tokens(), NOW, NOW.plusSeconds(60));
        AuthorizationCodeTokens fresh = new AuthorizationCodeTokens("id 2", "access 2", "refresh 2", 60L, "openid");

        assertThat(table.renew("an-id", ADA, fresh, NOW.plusSeconds(1), NOW.plusSeconds(90)))
                .isTrue();

        AuthorizationCodeTokens found = table.find("an-id", NOW.plusSeconds(89)).orElseThrow();
        assertThat(found.getRefreshToken()).isEqualTo("refresh 2");
        assertThat(table.find("an-id", NOW.plusSeconds(90))).isEmpty();
    }

    @Test
    void whatHasEndedOrIsSomebodyElsesIsNotRenewed() throws SQLException {
        table.insert("an-id", ADA, tokens(), NOW, NOW.plusSeconds(60));

        assertThat(table.renew("an-id", SAM, tokens(), NOW, NOW.plusSeconds(90)))
                .isFalse();
        assertThat(table.renew("an-id", ADA, tokens(), NOW.plusSeconds(60), NOW.plusSeconds(90)))
                .isFalse();
        table.deleteSubject("ada-sub");
        assertThat(table.renew("an-id", ADA, tokens(), NOW, NOW.plusSeconds(90)))
                .isFalse();
        assertThat(table.find("an-id", NOW)).isEmpty();
    }

    @Test
    void endsOneSessionOrAllOfAPerson() throws SQLException {
        table.insert("one", ADA, tokens(), NOW, NOW.plusSeconds(60));
        table.insert(
                "two",
                new TokenTable.Owner("ada-sub", "other-session", "ada", "Ada Admin"),
                tokens(),
                NOW,
                NOW.plusSeconds(60));
        table.insert("three", SAM, tokens(), NOW, NOW.plusSeconds(60));

        table.deleteSession("ada-session");
        assertThat(table.find("one", NOW)).isEmpty();
        assertThat(table.find("two", NOW)).isPresent();

        table.deleteSubject("ada-sub");
        assertThat(table.find("two", NOW)).isEmpty();
        assertThat(table.find("three", NOW)).isPresent();
    }

    @Test
    void cleansUpWhatHasExpired() throws SQLException {
        table.insert("old", ADA, tokens(), NOW, NOW.minusSeconds(1));
        table.insert("new", ADA, tokens(), NOW, NOW.plusSeconds(1));

        assertThat(table.deleteExpired(NOW)).isEqualTo(1);
        assertThat(table.find("new", NOW)).isPresent();
    }

    private static AuthorizationCodeTokens tokens() {
        return new AuthorizationCodeTokens("id", "access", "refresh", 300L, "openid");
    }
}
