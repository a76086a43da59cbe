package dev.rapport.web;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Labels each request in the metrics with the template of its endpoint, and all that have none alike. Quarkus would take the
 * path itself where a request was refused before its endpoint was known, so that strangers fill the labels up, and one word
 * for all redirects, so that endpoints that only redirect are missing.
 */
@Singleton
class RouteLabels implements HttpServerMetricsTagsContributor {
    /** Files, unknown addresses, and who was refused at the door. */
    static final String NO_ENDPOINT = "/-";

    /** Where Quarkus leaves an endpoint's template. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final int BEFORE_ALL_ELSE = 10_002;

    void register(@Observes Filters filters) {
        filters.register(RouteLabels::begin, BEFORE_ALL_ELSE);
    }

    /** A request that is broken off has its label from here: nobody asks for tags then. */
    private static void begin(RoutingContext request) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        if (metric != null) {
            metric.setTemplatePath(NO_ENDPOINT);
        }
        request.next();
    }

    @Override
    public Tags contribute(Context request) {
        String template = request.requestContextLocalData(TEMPLATE);
        return Tags.of(Tag.of("uri", template == null ? NO_ENDPOINT : whole(template)));
    }

    /** Endpoints of a class at "/" have a slash too many. */
    private static String whole(String template) {
        int from = 0;
        int to = template.length();
        while (from < to && template.charAt(from) == '/') {
            from++;
        }
        while (to > from && template.charAt(to - 1) == '/') {
            to--;
        }
        return "/" + template.substring(from, to);
    }
}
