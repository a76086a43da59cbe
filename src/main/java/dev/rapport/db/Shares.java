package dev.rapport.db;

import dev.rapport.db.FairLane.Bounds;
import dev.rapport.web.Abandonment;
import dev.rapport.web.Asker;
import dev.rapport.web.TooManyRequestsException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets each person and each API key have a share of the requests that are answered at a time. What one sends beyond waits, without
 * a thread; what is too much to wait is answered by 429. {@link QueryPool} shares the database's turns in the same way.
 *
 * <p>What sends much is counted apart, so that uploads, which take as long as their sender likes, keep nobody's pages waiting, not
 * even the sender's own.
 */
@ApplicationScoped
public class Shares {
    /** Who asks is known, and nothing has been done for them. */
    private static final int BEHIND_SIGNING_IN = 150;

    private static final int MUCH = 1 << 16;
    private static final int HUNDRED = 100;

    /** How long a refusal is kept back, and how many of them. */
    private static final long HOLD_MILLIS = 1_000;

    private static final int MOST_HELD = 1_000;

    private final FairLane requests;
    private final FairLane uploads;
    private final AtomicInteger refused = new AtomicInteger();
    private final long patience;

    @Inject
    Shares(QueryConfig config) {
        // Requests of different people meet in the query pool, not here.
        Bounds turns = of(config.concurrent(), config);
        requests = new FairLane(
                new Bounds(Integer.MAX_VALUE, turns.ofOne(), turns.besidePeople(), Integer.MAX_VALUE, turns.waiting()));
        uploads = new FairLane(
                new Bounds(Integer.MAX_VALUE, turns.ofOne(), turns.ofOne(), Integer.MAX_VALUE, turns.waiting()));
        patience = config.patience().toMillis();
    }

    /** Of so many turns. */
    static Bounds of(int turns, QueryConfig config) {
        return new Bounds(
                turns,
                part(turns, config.share()),
                part(turns, config.shareBesidePeople()),
                part(turns, config.programsShare()),
                config.waiting());
    }

    private static int part(int turns, int percent) {
        return (int) Math.max(1, (long) turns * percent / HUNDRED);
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, BEHIND_SIGNING_IN);
    }

    /** How many requests are being answered or wait. */
    int taken() {
        return requests.running() + requests.waiting() + uploads.running() + uploads.waiting();
    }

    private void enter(RoutingContext request) {
        Asker asker = Asker.of(request);
        Context context = Vertx.currentContext();
        if (asker.kind() == Asker.Kind.NOBODY || context == null || isFile(request.request())) {
            request.next();
            return;
        }
        asker.remember();
        AtomicLong timer = new AtomicLong();
        FairLane.Place place;
        try {
            place = (sendsMuch(request.request()) ? uploads : requests)
                    .take(
                            asker,
                            () -> context.runOnContext(begun -> {
                                request.vertx().cancelTimer(timer.get());
                                request.next();
                            }));
        } catch (TooManyRequestsException e) {
            refuse(request, e);
            return;
        }
        context.putLocal(FairLane.Place.class, place);
        Abandonment.atEnd(request, place::giveBack);
        if (place.isAtOnce()) {
            request.next();
        } else {
            timer.set(request.vertx().setTimer(patience, over -> {
                if (place.stopWaiting()) {
                    request.fail(new TooManyRequestsException());
                }
            }));
        }
    }

    /** Whoever does not heed Retry-After would ask again at once, as often as the machine can answer. */
    private void refuse(RoutingContext request, TooManyRequestsException reason) {
        if (refused.get() >= MOST_HELD) {
            request.fail(reason);
            return;
        }
        refused.incrementAndGet();
        request.vertx().setTimer(HOLD_MILLIS, over -> {
            refused.decrementAndGet();
            if (!request.response().closed()) {
                request.fail(reason);
            }
        });
    }

    /** Gives back the place of the current request, which has one among the exports now. */
    static void leave() {
        Context context = Vertx.currentContext();
        FairLane.Place place = context == null ? null : context.getLocal(FairLane.Place.class);
        if (place != null) {
            place.giveBack();
        }
    }

    /** Of the bundle: no turn is needed for it. */
    private static boolean isFile(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith("/static/");
    }

    private static boolean sendsMuch(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null
                || (length != null && (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > MUCH));
    }
}
