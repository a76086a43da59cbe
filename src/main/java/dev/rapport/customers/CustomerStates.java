package dev.rapport.customers;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.web.CurrentDataVersion;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps what the list of customers is sorted by. All of it is made anew when figures have moved, or a day has begun, and only
 * rows that differ are written. It costs a scan of all facts, so it rests nineteen times as long as it took, and while everything
 * derived is being made again.
 */
@ApplicationScoped
public class CustomerStates {
    private static final Logger LOG = Logger.getLogger(CustomerStates.class);
    private static final int REST = 19;

    /** Of the lock that lets one instance write after the other. */
    private static final long LOCK = 0x4355_5354L;

    private static final String FRESH = """
            create temporary table fresh_state on commit drop as
            with paid as (
                select person_id, sum(amount) as amount, sum(orders) as orders, max(at) filter (where orders > 0) as at
                from (select person_id, amount, 1 as orders, at from purchase
                      union all select person_id, -amount, 0, at from refund) as moved
                group by person_id),
            subscribed as (
                select visitor.person_id,
                       sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, ?), ?) - started_at)) / 2629800, 6))
                           as amount
                from paying_subscription as paying join visitor on visitor.id = paying.visitor_id
                where started_at < ? group by visitor.person_id),
            came as (select person_id, max(ended_at) as at from session group by person_id),
            asked as (
                select visitor.person_id, count(*) as tickets, max(ticket.created_at) as at
                from ticket join visitor on visitor.id = ticket.visitor_id where ticket.current group by visitor.person_id),
            said as (
                select distinct on (answer.person_id) answer.person_id, answer.at,
                       case when survey.scale_min = survey.scale_max then 100
                            else round(100.0 * case when survey.lower_is_better then survey.scale_max - answer.score
                                                    else answer.score - survey.scale_min end
                                       / (survey.scale_max - survey.scale_min)) end as points
                from survey_answer as answer join survey on survey.id = answer.survey_id
                where answer.person_id is not null and answer.score is not null
                order by answer.person_id, answer.at desc, answer.survey_id desc, answer.score desc)
            select person.id as person_id,
                   (coalesce(paid.amount, 0) + coalesce(subscribed.amount, 0))::numeric(24, 6) as value,
                   coalesce(paid.orders, 0)::int as orders,
                   coalesce(greatest(paid.at, came.at, asked.at, said.at), '-infinity') as last_at,
                   coalesce(asked.tickets, 0)::int as tickets, coalesce(said.points, -1)::int as last_score,
                   coalesce(scored.tenths, -1) as health, coalesce(theirs.signature_id, 1) as signature_id
            from person
            left join paid on paid.person_id = person.id
            left join subscribed on subscribed.person_id = person.id
            left join came on came.person_id = person.id
            left join asked on asked.person_id = person.id
            left join said on said.person_id = person.id
            left join unnest(?::int[], ?::int[]) as scored (person_id, tenths) on scored.person_id = person.id
            left join person_signature as theirs
                on theirs.person_id = person.id and theirs.from_day <= ? and ? < theirs.to_day
            where (person.external_id is not null or person.name is not null or person.email is not null
                   or paid.person_id is not null or subscribed.person_id is not null or asked.person_id is not null)
              and exists (select from visitor where visitor.person_id = person.id)
            """;
    private static final String WRITE = """
            insert into customer_state as old
            select * from fresh_state
            on conflict (person_id) do update
            set value = excluded.value, orders = excluded.orders, last_at = excluded.last_at, tickets = excluded.tickets,
                last_score = excluded.last_score, health = excluded.health, signature_id = excluded.signature_id
            where (old.value, old.orders, old.last_at, old.tickets, old.last_score, old.health, old.signature_id)
                  is distinct from (excluded.value, excluded.orders, excluded.last_at, excluded.tickets,
                                    excluded.last_score, excluded.health, excluded.signature_id)
            """;
    private static final String FORGET = """
            delete from customer_state where not exists (
                select from fresh_state where fresh_state.person_id = customer_state.person_id)
            """;

    private final DataSource database;
    private final ReadTransactions views;
    private final HealthScoring book;
    private final CurrentDataVersion versions;
    private final CubeBuilder rollup;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    CustomerStates(
            DataSource database,
            ReadTransactions views,
            HealthScoring book,
            CurrentDataVersion versions,
            CubeBuilder rollup,
            Clock clock) {
        this.database = database;
        this.views = views;
        this.book = book;
        this.versions = versions;
        this.rollup = rollup;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            if (rollup.isRebuilding()) {
                return;
            }
            Instant begun = clock.instant();
            refreshNow();
            notBefore = clock.instant()
                    .plus(Duration.between(begun, clock.instant()).multipliedBy(REST));
        } catch (SQLException | RuntimeException e) {
            // The list stays as it was and says of when it is; the next turn tries again.
            LOG.warnf("The list of customers waits: %s", e.getMessage());
        }
    }

    /** Unless it is up to date. */
    public void refreshNow() throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            ZoneId zone = zone(connection);
            LocalDate today = LocalDate.ofInstant(now, zone);
            String of = versions.current() + " " + today;
            if (of.equals(made(connection))) {
                return;
            }
            List<HealthScores> scores =
                    views.read(view -> book.scores(view, zone, List.of(ObservationTime.now(now, zone))));
            connection.setAutoCommit(false);
            try {
                awaitTurn(connection);
                if (!of.equals(made(connection))) {
                    write(connection, scores.get(0), now, today, of);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void write(Connection connection, HealthScores scores, Instant now, LocalDate today, String of)
            throws SQLException {
        Integer[] people = new Integer[scores.count()];
        Integer[] tenths = new Integer[scores.count()];
        for (int i = 0; i < people.length; i++) {
            people[i] = scores.person(i);
            tenths[i] = scores.tenths(i);
        }
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        run(
                connection,
                FRESH,
                at,
                at,
                at,
                connection.createArrayOf("int4", people),
                connection.createArrayOf("int4", tenths),
                today,
                today);
        run(connection, WRITE);
        run(connection, FORGET);
        run(connection, "update customer_state_made set of = ?, at = ?", of, at);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void awaitTurn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static ZoneId zone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select zone from settings");
                var row = statement.executeQuery()) {
            row.next();
            return ZoneId.of(row.getString(1));
        }
    }

    private static String made(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select of from customer_state_made");
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
