package dev.rapport.customers;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.SqlFile;
import dev.rapport.web.CurrentDataVersion;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores what the list of customers is sorted by. All of it is made anew when figures have moved, or a day has begun,
 * and only rows that differ are written. It costs a scan of all facts, so it rests nineteen times as long as it took,
 * and while everything derived is being made again.
 */
@ApplicationScoped
public class CustomerStates {
    private static final Logger LOG = Logger.getLogger(CustomerStates.class);
    private static final int REST = 19;

    /** Of the lock that lets one instance write after the other. */
    private static final long LOCK = 0x4355_5354L;

    private static final String FRESH = SqlFile.of("customers/fresh_states");
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

    private final Jdbi jdbi;
    private final ReadTransactions readTransactions;
    private final HealthScoring book;
    private final CurrentDataVersion versions;
    private final CubeBuilder rollup;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    CustomerStates(
            Jdbi jdbi,
            ReadTransactions readTransactions,
            HealthScoring book,
            CurrentDataVersion versions,
            CubeBuilder rollup,
            Clock clock) {
        this.jdbi = jdbi;
        this.readTransactions = readTransactions;
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
        } catch (RuntimeException e) {
            // The list stays as it was and says of when it is; the next turn tries again.
            LOG.warnf("The list of customers waits: %s", e.getMessage());
        }
    }

    /** Unless it is up to date. */
    public void refreshNow() {
        Instant now = clock.instant();
        try (Handle handle = jdbi.open()) {
            ZoneId zone = zone(handle);
            LocalDate today = LocalDate.ofInstant(now, zone);
            String of = versions.current() + " " + today;
            if (of.equals(made(handle))) {
                return;
            }
            List<HealthScores> scores = readTransactions.read(
                    readTransaction -> book.scores(readTransaction, zone, List.of(ObservationTime.now(now, zone))));
            handle.useTransaction(turn -> {
                turn.execute("select pg_advisory_xact_lock(?)", LOCK);
                if (!of.equals(made(turn))) {
                    write(turn, scores.get(0), now, today, of);
                }
            });
        }
    }

    private static void write(Handle handle, HealthScores scores, Instant now, LocalDate today, String of) {
        Integer[] people = new Integer[scores.count()];
        Integer[] tenths = new Integer[scores.count()];
        for (int i = 0; i < people.length; i++) {
            people[i] = scores.person(i);
            tenths[i] = scores.tenths(i);
        }
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        handle.execute(
                FRESH, at, at, at, SqlBuilder.array("int4", people), SqlBuilder.array("int4", tenths), today, today);
        handle.execute(WRITE);
        handle.execute(FORGET);
        handle.execute("update customer_state_made set of = ?, at = ?", of, at);
    }

    private static ZoneId zone(Handle handle) {
        return ZoneId.of(
                handle.select("select zone from settings").mapTo(String.class).one());
    }

    private static String made(Handle handle) {
        return handle.select("select of from customer_state_made")
                .mapTo(String.class)
                .one();
    }
}
