package dev.rapport.customers;

import dev.rapport.web.FormText;
import jakarta.ws.rs.FormParam;

/**
 * The segment that is to have weights of its own, as a form sends it.
 *
 * @param segment {@code plan:pro}
 */
public record HealthSegmentForm(@FormParam("segment") String segment) {
    public HealthSegmentForm {
        segment = FormText.stripped(segment);
    }
}
