package dev.rapport.query;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.World;
import dev.rapport.cube.read.FactReader;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/** A database of random facts, counted, and the product's answers of every metric about them. */
public record RandomFacts(DataSource source, MetricQueries metrics) {
    private static final int TURNS = 40;

    /** @param centres days around which things happen */
    public static RandomFacts of(long seed, ZoneId zone, List<LocalDate> centres, boolean subscriptions)
            throws SQLException {
        DataSource source = FreshDatabase.create();
        World world = new World(source, seed, zone, centres);
        for (int turn = 0; turn < TURNS; turn++) {
            world.turn();
        }
        if (subscriptions) {
            world.subscriptions();
        }
        List<FactSource> factSources = Rooms.all(FactSource.class, source);
        new CubeBuilder(JdbiSetup.of(source), factSources).refreshAll();
        return new RandomFacts(
                source,
                new QueryEngine(
                        source,
                        factSources,
                        Rooms.all(FactReader.class, source),
                        Catalogue::find,
                        Clock.systemUTC(),
                        Duration.ofMinutes(1)));
    }
}
