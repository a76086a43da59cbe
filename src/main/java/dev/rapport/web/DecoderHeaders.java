package dev.rapport.web;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpResponse;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Has the security headers set on what Vert.x answers before there is a request that a filter could see: 400, 414 and 431 of
 * its decoder. Quarkus has no place for a handler of those; the metrics are the one who is told of each answer while its
 * head is still to be written, so that this stands in front of them and passes everything on.
 */
@Singleton
class DecoderHeaders implements VertxOptionsCustomizer {
    private final SecurityHeaders headers;

    DecoderHeaders(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    @SuppressWarnings("deprecation") // Vert.x's builder takes a factory instead; Quarkus builds it from options.
    public void accept(VertxOptions options) {
        MetricsOptions metrics = options.getMetricsOptions();
        VertxMetricsFactory factory = metrics == null || !metrics.isEnabled() ? null : metrics.getFactory();
        if (factory != null) {
            options.setMetricsOptions(
                    new MetricsOptions().setEnabled(true).setFactory(of -> watched(factory.metrics(of))));
        }
    }

    private VertxMetrics watched(VertxMetrics metrics) {
        return (VertxMetrics) inFrontOf(metrics, metrics.getClass().getInterfaces(), (proxy, method, arguments) -> {
            Object made = passed(metrics, method, arguments);
            return method.getName().equals("createHttpServerMetrics")
                            && made instanceof HttpServerMetrics<?, ?, ?> server
                    ? inFrontOf(server, new Class<?>[] {HttpServerMetrics.class}, (of, told, with) -> {
                        if (told.getName().equals("responseBegin")) {
                            headers.fill(((HttpResponse) with[1]).headers());
                        }
                        return passed(server, told, with);
                    })
                    : made;
        });
    }

    private static Object inFrontOf(Object metrics, Class<?>[] kinds, InvocationHandler handler) {
        return Proxy.newProxyInstance(metrics.getClass().getClassLoader(), kinds, handler);
    }

    private static @Nullable Object passed(Object to, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
