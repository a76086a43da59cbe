package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.Hostile;
import dev.rapport.testsupport.RawHttp;
import dev.rapport.testsupport.Routes;
import dev.rapport.testsupport.Routes.Route;
import dev.rapport.testsupport.TablesKept;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/**
 * Sends what no client of good will sends to every address there is: whatever a client does wrong is the client's mistake,
 * answered by 4xx, and no reason to write more than a line.
 */
@QuarkusTest
@TestSecurity(
        user = "ada",
        roles = {"admin", "marketing", "support", "personal-data", "read", "read-ids", "ingest"})
class HostileRequestsResourceTest {
    private static final int BODIES = 700;
    private static final int FORMS = 1_300;
    private static final int HEADERS = 1_300;
    private static final int SIDE_BY_SIDE = 4;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final long MOST_KEPT = 48L << 20;

    /** Takes away what other tests have made, which no copy of tables brings back. */
    private static final Set<String> NOT_ASKED = Set.of("POST /demo-data");

    @TestHTTPResource("/")
    URI here;

    @Inject
    DataSource database;

    @Test
    void nothingThatIsSentIsAFaultOfOurs() throws Exception {
        List<Hostile.Request> all = new ArrayList<>(made(BODIES, "POST", new Hostile(1)::body));
        all.addAll(made(FORMS, "POST", new Hostile(2)::form));
        all.addAll(made(HEADERS, "GET", new Hostile(3)::headers));
        Collections.shuffle(all, new Random(4));
        int half = all.size() / 2;
        List<String> wrong = new ArrayList<>();
        SuspectLines lines = new SuspectLines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        long kept;
        try (TablesKept tables = new TablesKept(database)) {
            // What is made once, and then kept, is there after the first half.
            wrong.addAll(answeredWrongly(all.subList(0, half)));
            long before = used();
            wrong.addAll(answeredWrongly(all.subList(half, all.size())));
            kept = used() - before;
        } finally {
            root.removeHandler(lines);
        }
        assertThat(wrong).isEmpty();
        assertThat(lines.suspect).isEmpty();
        assertThat(kept).isLessThan(MOST_KEPT);
    }

    private List<String> answeredWrongly(List<Hostile.Request> requests) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Callable<Optional<String>>> all = requests.stream()
                    .map(request -> (Callable<Optional<String>>) () -> answeredWrongly(request))
                    .toList();
            List<String> wrong = new ArrayList<>();
            for (Future<Optional<String>> one : senders.invokeAll(all)) {
                one.get().ifPresent(wrong::add);
            }
            return wrong;
        } finally {
            senders.shutdownNow();
        }
    }

    private Optional<String> answeredWrongly(Hostile.Request request) throws IOException {
        int status =
                RawHttp.send(here.getPort(), request.bytes(), PATIENCE_MILLIS).status();
        return status >= 200 && status < 500 ? Optional.empty() : Optional.of(status + " " + request.what());
    }

    /** Every address in turn. */
    private static List<Hostile.Request> made(int count, String verb, Function<Route, Hostile.Request> maker) {
        List<Route> routes = Routes.all().stream()
                .filter(route -> route.verb().equals(verb) && !NOT_ASKED.contains(route.name()))
                .toList();
        assertThat(routes).isNotEmpty();
        return IntStream.range(0, count)
                .mapToObj(i -> maker.apply(routes.get(i % routes.size())))
                .toList();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Keeps what is logged and should not be: stacks, and pieces of bodies. */
    private static final class SuspectLines extends Handler {
        private final Queue<String> suspect = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            String message = line instanceof ExtLogRecord record ? record.getFormattedMessage() : line.getMessage();
            String told = line.getLoggerName() + ": " + message;
            Throwable thrown = line.getThrown();
            if (thrown != null) {
                suspect.add(told + " " + thrown + " at "
                        + Stream.of(thrown.getStackTrace()).limit(30).toList());
            } else if (told.contains(Hostile.MARK)) {
                suspect.add(told);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
