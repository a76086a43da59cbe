package dev.rapport.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a style of CSV that nobody knows before anything is read for the file. */
class CsvStyleFilter {
    private final CsvChoice choice;

    CsvStyleFilter(CsvChoice choice) {
        this.choice = choice;
    }

    @ServerRequestFilter
    public void refuse(ResourceInfo resource) {
        Produces produces = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces != null && Stream.of(produces.value()).anyMatch(CsvFile.TYPE::equals)) {
            choice.style();
        }
    }
}
