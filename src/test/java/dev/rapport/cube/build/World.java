package dev.rapport.cube.build;

import dev.rapport.db.JdbiSetup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** A small world of random facts around the days on which clocks change, in which everything changes its mind. */
public final class World {
    private static final int RATING = 6;
    /** Recommendation asked on five points, without a rule of its own. */
    private static final int ON_FIVE = 7;

    private static final int VISITORS = 14;
    private static final int IMPORTS = 12;
    private static final String DAY = "day::timestamp at time zone (select zone from settings)";

    private final DataSource source;
    private final Random random;
    /** Calls are drawn apart, so that the worlds of known seeds stay as they were. */
    private final Random ofCalls;

    private final Random ofProduct;

    private final ZoneId zone;
    private final List<LocalDate> centres;
    private int keys;

    public World(DataSource source, long seed, ZoneId zone, List<LocalDate> centres) throws SQLException {
        this.source = source;
        this.random = new Random(seed);
        this.ofCalls = new Random(~seed);
        this.ofProduct = new Random(31 * ~seed);
        this.zone = zone;
        this.centres = centres;
        run("update settings set zone = '" + zone.getId() + "'", """
                insert into segment_value (group_id, key, name)
                select id, v, v from segment_group, unnest(array['a', 'b', 'c']) as v where segment_group.key in ('plan', 'region');
                insert into signature (value_ids)
                select array[value.id] from segment_value as value where value.key in ('a', 'b', 'c')
                union all
                select array[least(one.id, two.id), greatest(one.id, two.id)]
                from segment_value as one, segment_value as two
                where one.group_id < two.group_id and one.key in ('a', 'b', 'c') and two.key in ('a', 'b', 'c');
                insert into person (external_id) select 'p' || n from generate_series(1, 14) as n;
                insert into visitor (key, person_id) select 'a:' || id, id from person;
                insert into event_name (name) values ('page'), ('purchase'), ('sign_up'), ('other');
                insert into page (path) values ('/'), ('/pricing'), ('/pricing/pro'), ('/100%_\\x');
                insert into goal (key, name, page_pattern) values ('odd', 'odd', '/100%_\\*');
                insert into goal (key, name, campaign_pattern) values ('ad', 'ad', 's*g');
                insert into goal (key, name, channel_key) select 'mailed', 'mailed', key from channel where id = 6;
                insert into feature (key, name, event_name) values ('buy', 'Buy', 'purchase'), ('more', 'More', 'other');
                update settings set weight_likes = 0.5, weight_shares = 3, weight_clicks = 2;
                insert into traffic_source (given_channel_id, utm_source, utm_campaign, channel_id)
                values (null, 'x', 'spring', 2), (6, 'y', '', 3), (null, 'z', 'autumn', 3);
                delete from journey_step;
                insert into journey_step (position, name, kind, pattern)
                values (1, 'visit', 'visit', null), (2, 'prices', 'page', '/pricing*'), (3, 'order', 'order', null);
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, score_classes)
                values ('n', 'n', 'nps', 0, 10, false, '{}'), ('n5', 'n5', 'nps', 1, 5, false,
                        '{"5":"promoter","4":"passive","3":"detractor","2":"detractor"}'),
                       ('c', 'c', 'csat', 1, 5, false, '{}'), ('g', 'g', 'csat', 0, 1, false, '{}'),
                       ('e', 'e', 'ces', 1, 7, true, '{}'), ('r', 'r', 'rating', 1, 5, false, '{}'),
                       ('w', 'w', 'nps', 1, 5, false, '{}');
                insert into follow_up (response_key, state, contacted_on, outcome, changed_by, changed_at)
                select 'k' || n, (array['open', 'contacted', 'closed'])[1 + n % 3], '2026-01-01', 'solved', 'world', now()
                from generate_series(0, 30) as n;
                """);
    }

    /** Something happens, comes late, is undone, or turns out to have been somebody else. */
    public void turn() throws SQLException {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> events();
                case 3 -> undoEvents();
                case 4 -> identity();
                case 5 -> segments();
                case 6, 7 -> versions();
                case 8 -> undoVersions();
                case 9 -> chatter();
                case 10 -> labels();
                default -> orders();
            }
        }
        calls();
        productUse();
    }

    /** Somebody says what using the product is, and who counts. */
    private void productUse() throws SQLException {
        String change = switch (ofProduct.nextInt(10)) {
            case 0 -> "insert into product_use (event_name) values ('other') on conflict do nothing";
            case 1 -> "insert into product_use (page_pattern) values ('/pricing*') on conflict do nothing";
            case 2 -> "delete from product_use";
            case 3, 4 -> "update settings set product_customers_only = not product_customers_only";
            default -> "";
        };
        if (!change.isEmpty()) {
            run(change, mark("behaviour", "select at from event"));
        }
    }

    /** Some of which nobody answers, and some of nobody in particular; some are newer versions of known ones. */
    private void calls() throws SQLException {
        for (int i = 0; i < 2; i++) {
            OffsetDateTime started = moment(ofCalls).toOffsetDateTime();
            String answered = ofCalls.nextInt(3) == 0 ? "null" : "'" + started.plusSeconds(ofCalls.nextInt(90)) + "'";
            version(
                    "call",
                    "support",
                    "'c" + ofCalls.nextInt(40) + "'",
                    "visitor_id, channel_id, started_at, answered_at, agent, import_id",
                    "%s, %d, '%s', %s, 'ann', %d"
                            .formatted(
                                    ofCalls.nextInt(4) == 0 ? "null" : 1 + ofCalls.nextInt(VISITORS),
                                    1 + ofCalls.nextInt(4),
                                    started,
                                    answered,
                                    ofCalls.nextInt(IMPORTS)),
                    "started_at");
        }
    }

    private void events() throws SQLException {
        int importId = random.nextInt(IMPORTS);
        StringBuilder rows = new StringBuilder();
        for (int chain = 0; chain < 1 + random.nextInt(6); chain++) {
            int visitor = visitor();
            ZonedDateTime at = moment();
            int length = random.nextInt(12) == 0 ? 150 : 1 + random.nextInt(6);
            for (int i = 0; i < length; i++) {
                int kind = random.nextInt(3) == 0 ? 3 : 1;
                rows.append(rows.isEmpty() ? "" : ",")
                        .append("(%d, '%s', '%s', %d, %d, %s, %s, %d)"
                                .formatted(
                                        random.nextInt(4) == 0 ? visitor() : visitor,
                                        new UUID(random.nextLong(), random.nextLong()),
                                        at.toOffsetDateTime(),
                                        kind,
                                        kind == 1 ? 1 : 2 + random.nextInt(3),
                                        random.nextInt(5) == 0 ? "null" : 1 + random.nextInt(4),
                                        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : "null",
                                        importId));
                at = at.plus(gap());
            }
        }
        run("""
                create temp table fresh on commit drop as select * from (values %s)
                    as v(visitor_id, message_id, at, kind, name_id, page_id, source_id, import_id);
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id, import_id,
                                   scroll_percent, visible_ms, properties)
                select visitor_id, message_id::uuid, at::timestamptz, kind, name_id, page_id::int, source_id::int, import_id,
                       case when kind = 1 and mod(chance, 3) > 0 then mod(chance, 101) end,
                       case when kind = 1 and mod(chance, 5) > 0 then chance * 777 end,
                       case when kind = 3 and mod(chance, 2) = 0 then jsonb_build_object('link', 'link ' || mod(chance, 3)) end
                from fresh cross join lateral (select get_byte(uuid_send(message_id::uuid), 0) as chance) as dice
                """.formatted(rows), mark("behaviour", "select at::timestamptz from fresh"));
    }

    private void undoEvents() throws SQLException {
        String where = "from event where import_id = " + random.nextInt(IMPORTS);
        run(mark("behaviour", "select at " + where), "delete " + where);
    }

    private void identity() throws SQLException {
        int visitor = visitor();
        int person = visitor();
        String both = "select person_id from visitor where id = %d union select %d".formatted(visitor, person);
        String change = "update visitor set person_id = %d where id = %d".formatted(person, visitor);
        // Once before and once after the change, with both persons named: either must do.
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            String named = value(connection, "select string_agg(id::text, ',') from (" + both + ") as x(id)");
            String ids = "select unnest(array[" + named + "])";
            if (random.nextBoolean()) {
                DirtyDays.markPeople(JdbiSetup.on(connection), ids);
                JdbiSetup.on(connection).execute(change);
            } else {
                JdbiSetup.on(connection).execute(change);
                DirtyDays.markPeople(JdbiSetup.on(connection), ids);
            }
            connection.commit();
        }
    }

    private void segments() throws SQLException {
        int person = visitor();
        LocalDate from = moment().toLocalDate();
        LocalDate then = from.plusDays(1 + random.nextInt(9));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbiSetup.on(connection).execute("""
                    delete from person_signature where person_id = %1$d;
                    insert into person_signature values
                        (%1$d, '-infinity', '%2$s', %4$d), (%1$d, '%2$s', '%3$s', %5$d), (%1$d, '%3$s', 'infinity', %6$d)
                    """.formatted(person, from, then, signature(), signature(), signature()));
            DirtyDays.markPeople(JdbiSetup.on(connection), "select " + person);
            connection.commit();
        }
    }

    /** Responses, invitations and tickets; some are newer versions of known ones. */
    private void versions() throws SQLException {
        for (int i = 0; i < 6; i++) {
            String key = "'k" + random.nextInt(40) + "'";
            Object who = random.nextInt(5) == 0 ? "null" : visitor();
            int importId = random.nextInt(IMPORTS);
            switch (random.nextInt(3)) {
                case 0 -> {
                    int survey = 1 + random.nextInt(6);
                    Object score = random.nextInt(6) == 0 ? "null" : random.nextInt(12);
                    version(
                            "response",
                            "voice",
                            key,
                            "comment, survey_id, visitor_id, channel_id, at, score, import_id",
                            "%s, %d, %s, %d, '%s', %s, %d"
                                    .formatted(
                                            comment(score),
                                            survey == RATING && importId % 2 == 0 ? ON_FIVE : survey,
                                            who,
                                            channel(),
                                            at(),
                                            score,
                                            importId),
                            "at");
                }
                case 1 ->
                    version(
                            "invitation",
                            "voice",
                            key,
                            "survey_id, visitor_id, channel_id, at, import_id",
                            "%d, %s, %d, '%s', %d".formatted(1 + random.nextInt(6), who, channel(), at(), importId),
                            "at");
                default ->
                    version(
                            "ticket_record",
                            "support",
                            key,
                            "visitor_id, channel_id, created_at, state, resolved_at, resolution_known, first_response_at,"
                                    + " first_response_known, issue_type, reopened, import_id",
                            ticket(who, importId),
                            "created_at",
                            "resolved_at",
                            "first_response_at");
            }
        }
    }

    /** Follows from the score, so that the worlds of known seeds stay as they were. */
    private static String comment(Object score) {
        return switch (score.hashCode() % 3) {
            case 0 -> "null";
            case 1 -> "''";
            default -> "'words'";
        };
    }

    /** What a ticket says beside its times is drawn apart, so that the worlds of known seeds stay as they were. */
    private String ticket(Object who, int importId) {
        int channel = channel();
        String created = "'" + at() + "'::timestamptz";
        Random apart = new Random(created.hashCode());
        String state =
                List.of("null", "null", "'open'", "'resolved'", "'no-ticket'").get(apart.nextInt(5));
        String resolved = end(created);
        String replied = end(created);
        return "%s, %d, %s, %s, %s, %b, %s, %b, %s, %d, %d"
                .formatted(
                        who,
                        channel,
                        created,
                        state,
                        state.equals("'open'") ? "null" : resolved,
                        apart.nextInt(4) > 0,
                        replied,
                        apart.nextInt(4) > 0,
                        random.nextBoolean() ? "null" : "'billing'",
                        random.nextInt(2),
                        importId);
    }

    private String end(String created) {
        return random.nextBoolean() ? "null" : "greatest(" + created + ", '" + at() + "')";
    }

    /** Lines of orders, some of which say that something of them was given back, and rows that give money back. */
    private void orders() throws SQLException {
        for (int i = 0; i < 5; i++) {
            boolean refund = random.nextInt(5) == 0;
            boolean returned = !refund && random.nextInt(4) == 0;
            version(
                    "order_line",
                    "revenue",
                    "'l" + random.nextInt(40) + "'",
                    "order_key, visitor_id, channel_id, at, amount, refund, refunded, refunded_at, cancelled_at, campaign,"
                            + " import_id, product, category",
                    "'o%d', %d, %d, '%s', %s, %s, %s, %s, %s, %s, %d, %s, %s"
                            .formatted(
                                    random.nextInt(15),
                                    visitor(),
                                    channel(),
                                    at(),
                                    refund ? -(random.nextInt(900) + 1) / 100.0 : random.nextInt(2000) / 100.0 - 2,
                                    refund,
                                    returned ? random.nextInt(1500) / 100.0 : "null",
                                    returned && random.nextBoolean() ? "'" + at() + "'" : "null",
                                    random.nextInt(4) == 0 ? "now()" : "null",
                                    random.nextInt(5) == 0 ? "'spring'" : "null",
                                    random.nextInt(IMPORTS),
                                    i == 4 ? "null" : "'thing " + i + "'",
                                    i > 2 ? "null" : "'kind " + i % 2 + "'"),
                    "at");
        }
    }

    /** People begin to pay, pay more or less, stop, and begin again; no part of the turns, as no days are derived from it. */
    public void subscriptions() throws SQLException {
        for (int i = 0; i < 40; i++) {
            ZonedDateTime from = moment();
            Object to = random.nextInt(3) == 0
                    ? "null"
                    : "'" + from.plusHours(random.nextInt(24 * 60)).toOffsetDateTime() + "'";
            run("""
                    insert into subscription (key, content, visitor_id, channel_id, amount, started_at, ended_at,
                                              trial_ended_at, current)
                    values ('s%d', gen_random_uuid(), %d, %d, %s, '%s', %s, %s, %s)
                    """.formatted(
                    i,
                    visitor(),
                    channel(),
                    random.nextInt(6) == 0 ? 0 : random.nextInt(5000) / 100.0,
                    from.toOffsetDateTime(),
                    to,
                    random.nextInt(5) == 0
                            ? "'" + from.plusHours(random.nextInt(24 * 20)).toOffsetDateTime() + "'"
                            : "null",
                    random.nextInt(8) > 0));
        }
    }

    /** Campaign figures, posts and mentions. */
    private void chatter() throws SQLException {
        for (int i = 0; i < 6; i++) {
            String key = "'s" + random.nextInt(30) + "'";
            int importId = random.nextInt(IMPORTS);
            switch (random.nextInt(3)) {
                case 0 -> {
                    String variant = List.of("", "A", "B").get(random.nextInt(3));
                    int channel = random.nextBoolean() ? 6 : channel();
                    LocalDate day = moment().toLocalDate();
                    double spend = random.nextInt(3000) / 100.0;
                    int impressions = random.nextInt(3) * 100;
                    int clicks = random.nextInt(9);
                    // Some say how many were opened and some how many were delivered, without another draw.
                    int delivered = random.nextInt(50);
                    version(
                            "campaign_day",
                            "campaign",
                            key,
                            "campaign, variant, channel_id, day, spend, impressions, clicks, delivered, conversions, followers,"
                                    + " import_id, opens",
                            "'spring', '%s', %d, '%s', %s, %d, %d, %d, %d, %s, %d, %s"
                                    .formatted(
                                            variant,
                                            channel,
                                            day,
                                            spend,
                                            impressions,
                                            clicks,
                                            delivered % 3 == 0 ? 0 : delivered,
                                            random.nextInt(3),
                                            random.nextInt(3) == 0 ? "null" : random.nextInt(500),
                                            importId,
                                            clicks % 2 == 0 ? "null" : delivered / 2),
                            DAY);
                }
                case 1 ->
                    version(
                            "post",
                            "social",
                            key,
                            "network, channel_id, at, impressions, likes, shares, comments, saves, import_id, clicks",
                            "'x', %1$d, '%2$s', %3$d, %4$d, %5$d, %6$d, %7$d, %8$d, %3$d / 9"
                                    .formatted(
                                            channel(),
                                            at(),
                                            random.nextInt(1000),
                                            random.nextInt(90),
                                            random.nextInt(9),
                                            random.nextInt(9),
                                            random.nextInt(9),
                                            importId),
                            "at");
                default ->
                    version(
                            "mention",
                            "social",
                            key,
                            "network, visitor_id, channel_id, at, sentiment, frustrated, technical, article_helps,"
                                    + " import_id",
                            "'x', %s, %d, '%s', %s, %s, %s, %s, %d"
                                    .formatted(
                                            random.nextInt(3) == 0 ? "null" : visitor(),
                                            channel(),
                                            at(),
                                            random.nextInt(4) == 0 ? "null" : random.nextInt(3) - 1,
                                            random.nextInt(3) == 0 ? "null" : random.nextBoolean(),
                                            random.nextInt(3) == 0 ? "null" : random.nextBoolean(),
                                            random.nextInt(3) == 0 ? "null" : random.nextBoolean(),
                                            importId),
                            "at");
            }
        }
    }

    /** Somebody says what a mention is, or takes it back. */
    private void labels() throws SQLException {
        for (int i = 0; i < 4; i++) {
            String key = "'s" + random.nextInt(30) + "'";
            String field = List.of("sentiment", "frustrated", "needs_reply").get(random.nextInt(3));
            String value = field.equals("sentiment") ? "" + (random.nextInt(3) - 1) : "" + random.nextBoolean();
            run(
                    "update mention_label set current = false where mention_key = %s and field = '%s'"
                            .formatted(key, field),
                    """
                    insert into mention_label (mention_key, field, value, set_by, set_at) values (%s, '%s', %s, 'ann', now())
                    """.formatted(key, field, random.nextInt(4) == 0 ? "null" : "'" + value + "'"),
                    mark("social", "select at from mention where current and key = " + key));
        }
    }

    /** As an import marks them: a line more or less may change what the other lines of its order come to. */
    private static final String OF_THEIR_ORDERS = " from order_line where current and order_key in ("
            + "select order_key from order_line where current and %1$s)";

    private void version(String table, String family, String key, String columns, String values, String... moments)
            throws SQLException {
        String current = " from " + table + " where current and key = " + key;
        StringBuilder marks = new StringBuilder();
        for (String moment : moments) {
            marks.append(marks.isEmpty() ? "" : " union all ")
                    .append("select ")
                    .append(moment)
                    .append(table.equals("order_line") ? OF_THEIR_ORDERS.formatted("key = " + key) : current);
        }
        run(
                mark(family, marks.toString()),
                "update " + table + " set current = false where current and key = " + key,
                "insert into %s (key, content, %s) values (%s, gen_random_uuid(), %s)"
                        .formatted(table, columns, key, values),
                mark(family, marks.toString()));
    }

    private void undoVersions() throws SQLException {
        int importId = random.nextInt(IMPORTS);
        for (String table : List.of(
                "response", "invitation", "ticket_record", "call", "order_line", "campaign_day", "post", "mention")) {
            String family = switch (table) {
                case "ticket_record", "call" -> "support";
                case "order_line" -> "revenue";
                case "campaign_day" -> "campaign";
                case "post", "mention" -> "social";
                default -> "voice";
            };
            String moments = table.equals("campaign_day")
                    ? "select " + DAY + " from campaign_day where current and %1$s"
                    : table.equals("ticket_record")
                            ? "select created_at from ticket where current and %1$s union all select resolved_at from ticket where current and %1$s"
                                    + " union all select first_response_at from ticket where current and %1$s"
                            : (table.equals("call") ? "select started_at" : "select at")
                                    + (table.equals("order_line")
                                            ? OF_THEIR_ORDERS
                                            : " from " + table + " where current and %1$s");
            run(
                    """
                    create temp table theirs on commit drop as select distinct key from %1$s where import_id = %2$d
                    """.formatted(table, importId),
                    mark(family, moments.formatted("key in (select key from theirs)")),
                    "delete from %s where import_id = %d".formatted(table, importId),
                    """
                    update %1$s set current = id = (select max(id) from %1$s as other where other.key = %1$s.key)
                    where key in (select key from theirs)
                    """.formatted(table),
                    mark(family, moments.formatted("key in (select key from theirs)")));
        }
    }

    private int visitor() {
        return 1 + random.nextInt(VISITORS);
    }

    private int channel() {
        return 1 + random.nextInt(4);
    }

    private int signature() {
        return 1 + random.nextInt(16);
    }

    private OffsetDateTime at() {
        return moment().toOffsetDateTime();
    }

    /** Mostly near midnight, near the hour that is missing or comes twice, and in the turn of a month. */
    private ZonedDateTime moment() {
        return moment(random);
    }

    private ZonedDateTime moment(Random random) {
        LocalDate day = centres.get(random.nextInt(centres.size())).plusDays(random.nextInt(9) - 4);
        ZonedDateTime start = day.atStartOfDay(zone);
        return switch (random.nextInt(3)) {
            case 0 -> start.plusMinutes(random.nextInt(180) - 90);
            case 1 -> start.plusMinutes(random.nextInt(300));
            default -> start.plusSeconds(random.nextInt(86_400));
        };
    }

    /** Exactly half an hour still belongs together. */
    private Duration gap() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ofMinutes(30);
            case 1 -> Duration.ofMinutes(30).plusMillis(1);
            case 2 -> Duration.ZERO;
            default -> Duration.ofSeconds(random.nextInt(29 * 60));
        };
    }

    private static String mark(String family, String moments) {
        return "!" + family + ":" + moments;
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                if (sql.startsWith("!")) {
                    int colon = sql.indexOf(':');
                    DirtyDays.mark(JdbiSetup.on(connection), sql.substring(1, colon), sql.substring(colon + 1));
                } else {
                    JdbiSetup.on(connection).execute(sql);
                }
            }
            connection.commit();
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
