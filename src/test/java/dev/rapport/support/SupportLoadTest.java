package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.support.SupportLoad.By;
import dev.rapport.support.SupportLoad.Load;
import dev.rapport.testsupport.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People 1 and 2 came by the campaign "spring", 3 by no campaign, 4 never came; nobody knows whose the last ticket is. */
class SupportLoadTest {
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";
    private static final Facts FACTS = new Facts();
    private final SupportLoad loads = new SupportLoad(
            new ReadTransactions(FACTS.database(), Duration.ofSeconds(20)),
            Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(4).plan(1, "pro", "-infinity", "infinity").run("""
                update settings set cost_per_ticket = 8;
                insert into traffic_source (utm_source, utm_campaign, channel_id)
                select 'news', 'spring', id from channel where key = 'email'
                union all select 'google', '', id from channel where key = 'organic-search';
                insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, source_id, page_views, events)
                select person, at::timestamptz, at::timestamptz, person, at::date, source.channel_id, source.id, 1, 1
                from (values (1, '2026-01-01 10:00Z', 'spring'), (1, '2026-03-01 10:00Z', ''), (2, '2026-01-02 10:00Z', 'spring'),
                             (3, '2026-01-03 10:00Z', '')) as visit(person, at, campaign)
                join traffic_source as source on source.utm_campaign = campaign;
                insert into person_first (kind, person_id, at, day, channel_id)
                select distinct on (person_id) 1, person_id, started_at, day, channel_id from session order by person_id, started_at;
                insert into subscription (key, visitor_id, channel_id, amount, started_at, ended_at, content)
                select 's' || n, n, 1, 10, '2026-01-05', case when n = 2 then '2026-04-10'::timestamptz end, gen_random_uuid()
                from generate_series(1, 4) as n;
                insert into ticket (key, visitor_id, channel_id, created_at, first_response_at, resolved_at, content)
                select 't' || n, who, channel.id, at::timestamptz, replied::timestamptz, resolved::timestamptz, gen_random_uuid()
                from (values (1, 1, 'chat', '2026-04-02 10:00Z', '2026-04-02 11:00Z', null),
                             (2, 1, 'chat', '2026-04-03 10:00Z', '2026-04-03 13:00Z', null),
                             (3, 2, 'email', '2026-04-04 10:00Z', null, '2026-04-04 12:00Z'),
                             (4, 3, 'chat', '2026-04-05 10:00Z', '2026-04-05 10:30Z', null),
                             (5, null, 'chat', '2026-04-06 10:00Z', null, null),
                             (6, 1, 'chat', '2026-05-02 10:00Z', '2026-05-02 11:00Z', null))
                    as t(n, who, channel, at, replied, resolved)
                join channel on channel.key = t.channel;
                insert into survey (key, name, kind, scale_min, scale_max) values ('csat', 'csat', 'csat', 1, 5);
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select 'r' || n, 1, n, channel.id, '2026-04-08 10:00Z', 6 - n, gen_random_uuid()
                from generate_series(1, 3) as n join channel on key = 'chat'
                """);
    }

    @Test
    void byCampaignPerHundredCustomers() {
        List<Load> found = loads.read(Facts.slice(APRIL), By.CAMPAIGN);

        assertThat(found)
                .extracting(load -> load.source().name() + " " + load.source().known() + " " + load.tickets() + " of "
                        + load.customers())
                .containsExactly("spring NAMED 3 of 1", " NONE 1 of 1", " UNKNOWN 1 of 1");
        Load spring = found.get(0);
        assertThat(spring.ticketsPerHundred().orElseThrow()).isEqualByComparingTo("300");
        assertThat(spring.costPerHundred().orElseThrow()).isEqualByComparingTo("2400");
        assertThat(spring.cost().orElseThrow()).isEqualByComparingTo("24");
        // Answered after 1 and 3 h, given up after 2 h: the median is 3 h.
        assertThat(spring.firstResponse().value().orElseThrow()).isEqualByComparingTo("10800");
        assertThat(spring.firstResponse().n()).isEqualTo(3);
        assertThat(spring.csat().value().orElseThrow()).isEqualByComparingTo("100");
        assertThat(found.get(1).csat().value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(found.get(2).firstResponse().value()).isEmpty();
    }

    @Test
    void byTheChannelOfTheFirstVisitEver() {
        assertThat(loads.read(Facts.slice(APRIL), By.CHANNEL))
                .extracting(load -> load.source().name() + " " + load.tickets())
                .containsExactly("E-mail 3", "Organic search 1", " 1");
    }

    @Test
    void ofOneChannelOfSupportAndOneSegment() {
        assertThat(loads.read(Facts.slice(APRIL + "&channel=chat"), By.CAMPAIGN))
                .extracting(load -> load.source().name() + " " + load.tickets() + " of " + load.customers())
                .containsExactly("spring 2 of 1", " 1 of 1", " 1 of 1");
        assertThat(loads.read(Facts.slice(APRIL + "&segment=plan:pro"), By.CAMPAIGN))
                .extracting(load -> load.source().name() + " " + load.tickets() + " of " + load.customers())
                .containsExactly("spring 2 of 1");
    }

    @Test
    void customersByOrdersWithinTheWindow() {
        FACTS.run("update settings set customer_rule = 'orders', churn_window_days = 30");
        FACTS.run("""
                insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
                select 'o' || person, person, person, 1, at::timestamptz, at::timestamptz, at::date, 10
                from (values (1, '2026-04-20 10:00Z'), (2, '2026-03-20 10:00Z'), (3, '2026-05-02 10:00Z')) as o(person, at)
                """);
        try {
            assertThat(loads.read(Facts.slice(APRIL), By.CAMPAIGN))
                    .extracting(load -> load.source().name() + load.source().known() + " " + load.customers())
                    .containsExactly("springNAMED 1", "NONE 0", "UNKNOWN 0");
        } finally {
            FACTS.run("update settings set customer_rule = 'auto'; delete from purchase");
        }
    }
}
