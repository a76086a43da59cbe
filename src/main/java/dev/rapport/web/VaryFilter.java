package dev.rapport.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sets the Vary header, as page and fragment share a URL and both speak the reader's language. So no cache may give one
 * for the other.
 */
class VaryFilter {
    static final String OF_PAGES = Htmx.REQUEST + ", " + Htmx.RESTORE + ", Accept-Language, Cookie";

    @ServerResponseFilter
    public void vary(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            response.getHeaders().add(HttpHeaders.VARY, OF_PAGES);
        }
    }
}
