package dev.rapport.behaviour;

import dev.rapport.web.Form;
import java.util.List;

/**
 * Holds what counts as using the product, what else might, and the form for more.
 *
 * @param customersOnly whether only customers count
 */
public record ProductUsePage(
        List<Row> rows, List<Suggestion> suggestions, Form<ProductMarkForm> editor, boolean customersOnly) {
    public record Row(int id, ProductMarkForm mark) {}

    /**
     * @param mark as a form would send it
     * @param share of it that people known by a customer number did, per cent
     */
    public record Suggestion(ProductMarkForm mark, long times, int share) {}
}
