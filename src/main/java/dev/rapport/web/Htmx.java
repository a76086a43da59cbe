package dev.rapport.web;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/**
 * Tells whether a request wants the page or the fragment that HTMX swaps, as both have one URL. A page restored from
 * the browser's history is asked for by HTMX too, but must be whole.
 */
@RequestScoped
public class Htmx {
    static final String REQUEST = "HX-Request";
    static final String RESTORE = "HX-History-Restore-Request";

    private final RoutingContext request;

    Htmx(RoutingContext request) {
        this.request = request;
    }

    public boolean wantsFragment() {
        return is(REQUEST) && !is(RESTORE) && !is("HX-Boosted");
    }

    public TemplateInstance choose(Supplier<TemplateInstance> page, Supplier<TemplateInstance> fragment) {
        return wantsFragment() ? fragment.get() : page.get();
    }

    /** What the address bar is to say after the swap. */
    public void pushUrl(String url) {
        if (wantsFragment()) {
            request.response().putHeader("HX-Push-Url", url);
        }
    }

    /** The id of the element that is going to be swapped, empty when unknown. */
    public String target() {
        String target = request.request().getHeader("HX-Target");
        return target == null ? "" : target;
    }

    private boolean is(String header) {
        return "true".equals(request.request().getHeader(header));
    }
}
