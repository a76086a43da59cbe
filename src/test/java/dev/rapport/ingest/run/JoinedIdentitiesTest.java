package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that names a customer number and an address says that they are one person, before and after. */
class JoinedIdentitiesTest {
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("1-orders.csv", """
                Order ID,Email,Order Date,Order Total
                O1,Zoe@Example.org ,2026-10-02,100
                O2,zoe@example.org,2026-10-09,60
                O3,kim@example.org,2026-10-09,40
                """);
        FILES.put("2-tickets.csv", """
                Ticket Number,Customer Number,Created At,Closed At,Channel
                T1,C9,2026-10-05 10:00,2026-10-05 11:00,email
                """);
        FILES.put("3-people.csv", """
                Customer Number,Email,Name,Customer Since
                C9,ZOE@example.org,Z,2026-09-01
                C10,kim@example.org,K,2026-09-01
                """);
        FILES.put("4-people-new-address.csv", """
                Customer Number,Email,Name,Customer Since
                C9,zoe.new@example.org,Z,2026-09-01
                """);
        FILES.put("5-orders.csv", """
                Order ID,Email,Order Date,Order Total
                O4,zoe.new@example.org,2026-10-20,10
                O5,zoe@example.org,2026-10-21,5
                """);
    }

    @TempDir
    Path uploads;

    private Suggested suggested;

    @BeforeEach
    void database() {
        suggested = new Suggested(uploads);
    }

    @Test
    void thePeopleFileJoinsOrdersByAddressWithTicketsByNumber() {
        bring("1-orders.csv");
        bring("2-tickets.csv");
        assertThat(repeat()).isEqualTo("0 of 0");

        int people = bring("3-people.csv");
        assertThat(repeat()).isEqualTo("1 of 1");
        assertThat(suggested.data.imports.text("select count(*)::text from person where name = 'Z'"))
                .isEqualTo("1");
        bring("4-people-new-address.csv");
        bring("5-orders.csv");
        assertThat(
                        suggested.data.imports.text(
                                "select string_agg(key, ' ' order by key) from visitor where person_id = (select id from person where external_id = 'C9')"))
                .isEqualTo("e:zoe.new@example.org e:zoe@example.org u:C9");

        suggested.data.imports.undo(people);
        suggested.data.refresh();
        assertThat(repeat()).isEqualTo("0 of 0");
        assertThat(
                        suggested.data.imports.text(
                                "select string_agg(key, ' ' order by key) from visitor where person_id = (select id from person where external_id = 'C9')"))
                .isEqualTo("e:zoe.new@example.org u:C9");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 8})
    void theOrderOfTheFilesDoesNotMatter(long seed) {
        List<String> names = new ArrayList<>(FILES.keySet());
        Collections.shuffle(names, new Random(seed));
        names.forEach(this::bring);

        assertThat(repeat()).as("%s", names).isEqualTo("1 of 1");
        assertThat(suggested.october("new_customers", 0)).as("%s", names).isEqualTo("2");
        assertThat(suggested.data.imports.text("select count(distinct person_id)::text from visitor"))
                .isEqualTo("2");
    }

    @Test
    void oneOrdersFileMayNameBoth() {
        suggested.bring("tickets.csv", """
                Ticket Number,Requester Email,Created At,Closed At,Channel
                T1,zoe@example.org,2026-10-05 10:00,2026-10-05 11:00,email
                """);
        suggested.bring("orders.csv", """
                Order ID,Customer ID,Email,Order Date,Order Total
                O1,C9,zoe@example.org,2026-10-02,100
                O2,C9,zoe@example.org,2026-10-09,60
                """);

        assertThat(repeat()).isEqualTo("1 of 1");
    }

    @Test
    void anAddressOfTwoCustomersIsGuessedForNeither() {
        suggested.bring("orders.csv", """
                Order ID,Customer ID,Email,Order Date,Order Total
                O1,C1,office@example.org,2026-10-02,100
                O2,C2,Office@example.org,2026-10-03,60
                """);
        suggested.bring("tickets.csv", """
                Ticket Number,Requester Email,Created At,Closed At,Channel
                T1,office@example.org,2026-10-05 10:00,2026-10-05 11:00,email
                """);

        assertThat(suggested.data.imports.text("select count(distinct person_id)::text from visitor"))
                .isEqualTo("3");
        assertThat(suggested.data.imports.text("""
                select address || ': ' || string_agg(number, ' ' order by number) from address_claim group by address
                """)).isEqualTo("e:office@example.org: C1 C2");
    }

    private int bring(String name) {
        return suggested.bring(name, FILES.get(name)).id();
    }

    private String repeat() {
        var figure = suggested
                .data
                .ask("contact_repeat_rate", "from=2026-10-01&to=2026-10-31")
                .figure();
        return figure.numerator().toPlainString() + " of "
                + figure.denominator().toPlainString();
    }
}
