package dev.rapport.bench;

import dev.rapport.bench.Outcome.Contender;
import dev.rapport.bench.data.FactLoader;
import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.Questions;
import dev.rapport.bench.question.SqlDialect;
import dev.rapport.demo.JvmOptions;
import dev.rapport.team.Role;
import dev.rapport.team.Secrets;
import dev.rapport.web.ApiKeyRequests;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code mvn -Pbench}: measures, prints the table, and leaves it in target/bench. */
public final class Bench {
    private static final Logger LIBRARY_LOG = Logger.getLogger("io.zonky");

    /** Asks for the questions to all metrics and pages. */
    private static final String EVERY = "every";

    private final Options options = Options.ofProperties();
    private final BenchHome home;
    private final String url = "http://localhost:" + options.port();
    private final String readKey = ApiKeyRequests.PREFIX + Secrets.random();
    private final String ingestKey = ApiKeyRequests.PREFIX + Secrets.random();

    private Bench(BenchHome home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        LIBRARY_LOG.setLevel(Level.WARNING);
        if (Boolean.getBoolean("bench.smoke")) {
            new Smoke(Bench::new).run();
        } else {
            new Bench(BenchHome.chosen()).run();
        }
    }

    private void run() throws Exception {
        Say.that("Benchmarks with " + home.events() + " events, in " + home.folder());
        try (BenchPostgres database = BenchPostgres.open(home)) {
            BenchData data = new BenchData(database, home.events());
            data.ensure();
            try (BenchSignOn signOn = BenchSignOn.start(options, home, database, url);
                    Connection postgres = database.connect(BenchData.READ);
                    Connection duck = duck(postgres)) {
                signOn.await();
                Say.that("PostgreSQL, DuckDB and Keycloak are ready");
                Keys.ensure(postgres, readKey, Role.READ);
                Keys.ensure(postgres, ingestKey, Role.INGEST);
                Report report = new Report(home.events());
                report.machine(Machine.describe(
                        postgres, duck, JvmOptions.of(options.project()).heap()));
                rollUp(report, database, signOn);
                read(report, database, signOn, postgres, duck);
                if (options.asks(EVERY)) {
                    every(report, database, signOn);
                }
                if (options.write()) {
                    write(report, database, signOn, postgres);
                }
                report.write(options.project());
            }
        }
    }

    /** Which rows of which tables are looked at for each question. */
    List<EveryAnswer> plans() throws Exception {
        try (BenchPostgres database = BenchPostgres.open(home)) {
            new BenchData(database, home.events()).ensure();
            try (BenchSignOn signOn = BenchSignOn.start(options, home, database, url);
                    Connection postgres = database.connect(BenchData.READ)) {
                signOn.await();
                Keys.ensure(postgres, readKey, Role.READ);
                // Rows that an index alone answers, and those of other processes, are not told.
                database.run("alter database " + BenchData.READ + " set enable_indexonlyscan = off");
                database.run("alter database " + BenchData.READ + " set max_parallel_workers_per_gather = 0");
                rollUp(new Report(home.events()), database, signOn);
                try (Product product = start(database, BenchData.READ, signOn, "0M")) {
                    EveryBench bench = new EveryBench(Client.signedIn(url), Client.withKey(url, readKey));
                    return Stream.concat(bench.metrics().stream(), bench.pages().stream())
                            .toList();
                }
            }
        }
    }

    /** All that can be asked, each for the first time since a start. */
    private void every(Report report, BenchPostgres database, BenchSignOn signOn) throws Exception {
        try (Product product = start(database, BenchData.READ, signOn, "0M")) {
            Client people = Client.signedIn(url);
            Client programs = Client.withKey(url, readKey);
            new ReadBench(people, programs, List.of(), 0).warmUp(Questions.all(), options.warmUp());
            EveryBench bench = new EveryBench(people, programs);
            report.every(bench.metrics(), bench.pages());
            report.heap(product.liveHeap());
        }
    }

    private Map<String, String> environment(BenchPostgres database, String name, BenchSignOn signOn, String cache) {
        Map<String, String> environment = new HashMap<>(signOn.environment());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url(name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "unused");
        environment.put("RAPPORT_QUERY_CACHE_SIZE", cache);
        environment.put("RAPPORT_QUERY_TELL_READS", "true");
        return environment;
    }

    private Product start(BenchPostgres database, String name, BenchSignOn signOn, String cache) throws Exception {
        return Product.start(options, home.log("rapport"), environment(database, name, signOn, cache));
    }

    /** A start whose time counts. */
    private Product timed(Report report, BenchPostgres database, String name, BenchSignOn signOn, String cache)
            throws Exception {
        Product product = start(database, name, signOn, cache);
        report.start(product.startTime());
        return product;
    }

    /** The product itself derives what it reads, the first time. */
    private void rollUp(Report report, BenchPostgres database, BenchSignOn signOn) throws Exception {
        try (Rollups rollups = new Rollups(database, BenchData.READ)) {
            if (rollups.isClean()) {
                return;
            }
            Say.that("Rapport derives its cells and sets, once");
            long begin = System.nanoTime();
            try (Product product = start(database, BenchData.READ, signOn, "0M")) {
                rollups.awaitClean(Say::that);
            }
            report.other("everything derived for the first time, s", (System.nanoTime() - begin) / 1e9);
            rollups.vacuum();
        }
    }

    /** In memory and empty when it is not asked. */
    private Connection duck(Connection postgres) throws Exception {
        return options.peers().contains("duckdb")
                ? DuckFacts.open(home, postgres, FactLoader.VERSION)
                : DuckFacts.none();
    }

    private List<Peer> peers(Connection postgres, Connection duck) {
        return Stream.of(new Peer(SqlDialect.POSTGRES, postgres), new Peer(SqlDialect.DUCKDB, duck))
                .filter(peer -> options.peers().contains(peer.dialect().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void read(Report report, BenchPostgres database, BenchSignOn signOn, Connection postgres, Connection duck)
            throws Exception {
        try (Product product = timed(report, database, BenchData.READ, signOn, "0M")) {
            Client people = Client.signedIn(url);
            Client programs = Client.withKey(url, readKey);
            ReadBench bench = new ReadBench(people, programs, peers(postgres, duck), options.runs());
            List<Question> questions = Questions.all().stream()
                    .filter(question -> options.asks(question.key()))
                    .toList();
            if (!questions.isEmpty()) {
                report.other(
                        "every page and CSV once, right after the start, s", bench.warmUp(questions, options.warmUp()));
            }
            for (Question question : questions) {
                report.add(bench.measure(question));
                Say.that(report.last());
            }
            if (options.asks("q10")) {
                new ExportBench(programs, product, postgres).measure(report);
            }
            report.heap(product.liveHeap());
        }
        if (options.asks("q8")) {
            try (Product product = timed(report, database, BenchData.READ, signOn, "64M")) {
                warm(report, Client.signedIn(url));
            }
        }
    }

    /** What the cache is worth: the second time and all after it, once this process has been running for a while, too. */
    private void warm(Report report, Client people) throws Exception {
        Timing.warmUp(options.warmUp(), () -> {
            for (Outcome outcome : report.outcomes()) {
                page(people, outcome.question());
            }
        });
        for (Outcome outcome : report.outcomes()) {
            page(people, outcome.question());
            for (int i = 0; i < options.runs(); i++) {
                outcome.timing(Contender.WARM).time(() -> page(people, outcome.question()));
            }
        }
    }

    /** In a copy, so that what was read stays as it is. */
    private void write(Report report, BenchPostgres database, BenchSignOn signOn, Connection postgres)
            throws Exception {
        postgres.close();
        database.copy(BenchData.READ, BenchData.SCRATCH);
        Client programs = Client.withKey(url, readKey);
        try (Connection connection = database.connect(BenchData.SCRATCH);
                Rollups rollups = new Rollups(database, BenchData.SCRATCH)) {
            RebuildBench rebuild = new RebuildBench(rollups, programs);
            try (Product product = timed(report, database, BenchData.SCRATCH, signOn, "0M")) {
                new WriteBench(connection, report).intoFinishedDays();
                new LagBench(programs, connection).measure(report);
                new ImportBench(Client.withKey(url, ingestKey), connection, rollups, home).measure(report);
            }
            try (Product product = timed(report, database, BenchData.SCRATCH, signOn, "0M")) {
                rebuild.whole(report, home.events());
                report.other("heap held after a rebuild, MB", product.liveHeap() / 1048576.0);
            }
            interrupted(report, database, signOn, rebuild);
        } finally {
            database.drop(BenchData.SCRATCH);
        }
    }

    private void interrupted(Report report, BenchPostgres database, BenchSignOn signOn, RebuildBench rebuild)
            throws Exception {
        double before;
        try (Product product = timed(report, database, BenchData.SCRATCH, signOn, "0M")) {
            rebuild.request();
            before = rebuild.follow(0.5, new Timing());
            product.kill();
        }
        RebuildBench.Done killed = rebuild.done();
        long begin = System.nanoTime();
        try (Product product = timed(report, database, BenchData.SCRATCH, signOn, "0M")) {
            double again = rebuild.again(killed);
            rebuild.follow(2, new Timing());
            rebuild.resumed(report, before, again, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static void page(Client people, Question question) throws Exception {
        if (question.csv().isPresent()) {
            people.fragment(question.page());
        } else {
            people.page(question.page());
        }
    }
}
