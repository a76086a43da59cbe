package dev.rapport.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds what counts as using the product, as the settings say.
 *
 * @param marked whether events or pages are marked as its use; else every visit is
 * @param customersOnly whether only people count who pay when they use it
 */
public record ProductUse(boolean marked, boolean customersOnly) {
    static final ProductUse EVERY_VISIT = new ProductUse(false, false);

    /** Counts the sessions of active people. */
    public Measure sessions() {
        return marked || customersOnly ? Measure.PRODUCT_SESSIONS : Measure.SESSIONS;
    }

    /** Keys of the remarks that say so. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(marked ? "active_by_product_use" : "active_by_every_visit"));
        if (customersOnly) {
            notes.add("active_customers_only");
        }
        return notes;
    }
}
