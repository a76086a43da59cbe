package dev.rapport.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private DataSource database;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        database = FreshDatabase.create();
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void addsEachKeyOnceAndKnowsItAfterwards() throws SQLException {
        assertThat(ensure("u:7", "a:x", "u:7", "e:ann@example.com")).isEqualTo(3);
        assertThat(ensure("u:7", "a:x", "a:y")).isEqualTo(1);

        assertThat(text("select string_agg(concat_ws(' ', v.key, p.external_id, p.email), ', ' order by v.key)"
                        + " from visitor v join person p on p.id = v.person_id"))
                .isEqualTo("a:x, a:y, e:ann@example.com ann@example.com, u:7 7");
    }

    @Test
    void aCustomerNumberThatIsKnownFindsItsPerson() throws SQLException {
        execute("insert into person (external_id, name) values ('7', 'Ann')");

        ensure("u:7");

        assertThat(person("u:7")).isEqualTo("Ann");
    }

    @Test
    void idsStayDenseHoweverOftenKeysComeAgain() throws SQLException {
        for (int i = 0; i < 20; i++) {
            ensure("u:1", "u:2", "u:3");
        }
        ensure("u:4");

        assertThat(text("select max(id)::text from person")).isEqualTo("4");
        assertThat(text("select max(id)::text from visitor")).isEqualTo("4");
    }

    @Test
    void idsAreDrawnInTheOrderOfTheKeys() throws SQLException {
        Identities.ensure(
                JdbiSetup.on(connection), "select 'u:' || n * 7919 % 1000 from generate_series(1, 2000) n", null);

        assertThat(text("""
                select count(*) || ' ' || bool_and(v.id = place and person_id = place)
                from (select *, row_number() over (order by key collate "C") as place from visitor) as v
                """)).isEqualTo("1000 true");
    }

    @Test
    void manyAtOnceAddEachKeyOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        List<Callable<Void>> imports = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            imports.add(() -> {
                try (Connection own = database.getConnection()) {
                    own.setAutoCommit(false);
                    Identities.ensure(JdbiSetup.on(own), "select 'u:' || n from generate_series(1, 500) n", null);
                    own.commit();
                    return null;
                }
            });
        }
        for (var future : pool.invokeAll(imports)) {
            future.get(30, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(text("select count(*) || ' ' || max(id) from person")).isEqualTo("500 500");
    }

    @Test
    void whatWasAnonymousBecomesTheKnownPersonsAndItsDaysAreDirty() throws SQLException {
        ensure("a:x", "u:7");
        execute("insert into event (visitor_id, message_id, at, kind, name_id)"
                + " select id, gen_random_uuid(), '2026-03-01T10:00Z', 3, 1 from visitor where key = 'a:x'");

        int[] people = identify("('a:x', 'u:7', '2026-03-02T00:00Z')");

        assertThat(people).hasSize(2);
        assertThat(sharesPerson("a:x", "u:7")).isTrue();
        assertThat(text("select string_agg(family || ' ' || day, ',') from dirty_day"))
                .isEqualTo("behaviour 2026-03-01");
        assertThat(identify("('a:x', 'u:7', '2026-03-02T00:00Z')")).isEmpty();
    }

    @Test
    void aDeviceStaysWithWhomItWasFirstKnown() throws SQLException {
        identify("('a:x', 'u:8', '2026-03-03T00:00Z'), ('a:x', 'u:7', '2026-03-02T00:00Z')");
        identify("('a:x', 'u:9', '2026-03-01T00:00Z')");

        assertThat(sharesPerson("a:x", "u:7")).isTrue();
    }

    @Test
    void whatIsKnownByAnAddressGoesToTheCustomerNamedWithIt() throws SQLException {
        identify("('a:x', 'e:ann@x.org', '2026-03-02T00:00Z')");
        ensure("u:70");

        int[] people = join("('e:ann@x.org', '70')", 5);

        assertThat(people).hasSize(2);
        assertThat(sharesPerson("a:x", "u:70")).isTrue();
        assertThat(sharesPerson("e:ann@x.org", "u:70")).isTrue();
        assertThat(join("('e:ann@x.org', '70')", 6)).isEmpty();

        assertThat(Identities.undo(JdbiSetup.on(connection), 5)).isEmpty();
        assertThat(Identities.undo(JdbiSetup.on(connection), 6)).hasSize(2);
        assertThat(sharesPerson("a:x", "e:ann@x.org")).isTrue();
        assertThat(sharesPerson("a:x", "u:70")).isFalse();
    }

    @Test
    void anAddressThatComesLaterIsTheCustomersFromTheStart() throws SQLException {
        ensure("u:70");
        join("('e:ann@x.org', '70')", 5);

        ensure("e:ann@x.org", "e:bob@x.org");

        assertThat(sharesPerson("e:ann@x.org", "u:70")).isTrue();
        assertThat(text("select count(*) || ' ' || max(id) from person")).isEqualTo("2 2");
        Identities.undo(JdbiSetup.on(connection), 5);
        assertThat(sharesPerson("e:ann@x.org", "u:70")).isFalse();
        assertThat(text("select p.email from visitor v join person p on p.id = v.person_id where key = 'e:ann@x.org'"))
                .isEqualTo("ann@x.org");
    }

    @Test
    void anAddressOfSeveralNumbersIsNobodysInWhateverOrder() throws SQLException {
        ensure("u:1", "u:2", "e:shop@x.org");
        join("('e:shop@x.org', '1')", 5);
        assertThat(sharesPerson("e:shop@x.org", "u:1")).isTrue();

        join("('e:shop@x.org', '2')", 6);
        assertThat(sharesPerson("e:shop@x.org", "u:1")).isFalse();
        assertThat(sharesPerson("e:shop@x.org", "u:2")).isFalse();

        Identities.undo(JdbiSetup.on(connection), 5);
        assertThat(sharesPerson("e:shop@x.org", "u:2")).isTrue();
        Identities.undo(JdbiSetup.on(connection), 6);
        assertThat(text("select count(distinct person_id) || ' ' || count(home_person_id) from visitor"))
                .isEqualTo("3 0");
    }

    @Test
    void aDeviceIsTheNextOnesWhenWhatWasSaidFirstIsTakenBack() throws SQLException {
        Identities.identify(
                JdbiSetup.on(connection), "values ('a:x', 'e:ann@x.org', '2026-03-02T00:00Z'::timestamptz)", 5);
        Identities.identify(JdbiSetup.on(connection), "values ('a:x', 'u:8', '2026-03-01T00:00Z'::timestamptz)", 6);
        ensure("u:70");
        join("('e:ann@x.org', '70')", 7);
        assertThat(sharesPerson("a:x", "u:70")).isTrue();

        Identities.undo(JdbiSetup.on(connection), 5);
        assertThat(sharesPerson("a:x", "u:8")).isTrue();
        Identities.undo(JdbiSetup.on(connection), 6);
        assertThat(text(
                        "select count(*)::text from visitor v join visitor w on w.person_id = v.person_id and w.id <> v.id"
                                + " where v.key = 'a:x'"))
                .isEqualTo("0");
    }

    @Test
    void undoGivesIdentitiesBack() throws SQLException {
        ensure("a:x", "u:7");
        Identities.identify(JdbiSetup.on(connection), "values ('a:x', 'u:7', '2026-03-02T00:00Z'::timestamptz)", 5);

        int[] people = Identities.undo(JdbiSetup.on(connection), 5);

        assertThat(people).hasSize(2);
        assertThat(sharesPerson("a:x", "u:7")).isFalse();
        assertThat(text("select count(*)::text from identification")).isEqualTo("0");
    }

    private int[] join(String pairs, int importId) throws SQLException {
        return Identities.join(JdbiSetup.on(connection), "values " + pairs, importId);
    }

    private int ensure(String... keys) throws SQLException {
        return Identities.ensure(JdbiSetup.on(connection), "values ('" + String.join("'), ('", keys) + "')", null);
    }

    private int[] identify(String pairs) throws SQLException {
        return Identities.identify(
                JdbiSetup.on(connection),
                "select a, k, at::timestamptz from (values " + pairs + ") as p(a, k, at)",
                null);
    }

    private boolean sharesPerson(String key, String other) throws SQLException {
        return text("select (count(distinct person_id) = 1)::text from visitor where key in ('" + key + "','" + other
                        + "')")
                .equals("true");
    }

    private String person(String key) throws SQLException {
        return text("select name from person p join visitor v on v.person_id = p.id where v.key = '" + key + "'");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
