package dev.rapport.web;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells the work for a request that its client has gone, by closing the page or asking for something else. */
@ApplicationScoped
public class Abandonment {
    private final CurrentVertxRequest requests;

    Abandonment(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    /** To be closed when there is nothing left to stop. */
    public interface Watch extends AutoCloseable {
        Watch OF_NOBODY = new Watch() {
            @Override
            public boolean isGone() {
                return false;
            }

            @Override
            public void close() {}
        };

        boolean isGone();

        @Override
        void close();
    }

    /** @param stop runs once, on a thread of its own, when the current request is abandoned; never outside of a request */
    public Watch watch(Runnable stop) {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(requests.getCurrent())
                        .<Watch>map(request -> new OfRequest(request, stop))
                        .orElse(Watch.OF_NOBODY)
                : Watch.OF_NOBODY;
    }

    /**
     * Calls what may be called more than once: when the answer has been given, and when the client goes before.
     *
     * @param done on the thread of the connection
     */
    public static void atEnd(RoutingContext request, Runnable done) {
        Channel channel = ((ConnectionBase) request.request().connection()).channel();
        GenericFutureListener<Future<Void>> listener = closed -> done.run();
        channel.closeFuture().addListener(listener);
        request.addEndHandler(ended -> {
            channel.closeFuture().removeListener(listener);
            done.run();
        });
    }

    // The response has one place for a close handler, which the stream of a body takes for itself; the channel has
    // many.
    // Over HTTP/2 a browser gives up a request without closing the channel, and only the response knows.
    private static final class OfRequest implements Watch {
        private final RoutingContext request;
        private final Channel channel;
        private final GenericFutureListener<Future<Void>> listener;

        OfRequest(RoutingContext request, Runnable stop) {
            this.request = request;
            channel = ((ConnectionBase) request.request().connection()).channel();
            listener = closed -> run(stop);
            channel.closeFuture().addListener(listener);
            if (isHttp2() && !request.response().ended()) {
                request.response().closeHandler(closed -> run(stop));
            }
        }

        private void run(Runnable stop) {
            request.vertx()
                    .executeBlocking(
                            () -> {
                                stop.run();
                                return null;
                            },
                            false);
        }

        private boolean isHttp2() {
            return request.request().version() == HttpVersion.HTTP_2;
        }

        @Override
        public boolean isGone() {
            return !channel.isActive() || request.response().closed();
        }

        @Override
        public void close() {
            channel.closeFuture().removeListener(listener);
            if (isHttp2() && !request.response().ended() && !request.response().closed()) {
                request.response().closeHandler(null);
            }
        }
    }
}
