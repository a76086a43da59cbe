package dev.rapport.behaviour;

import dev.rapport.db.SqlFile;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds what may be a use of the product: events, and pages of one first folder, that nearly only people with a customer
 * number come to, as they have to sign in for it. Features count anyway.
 */
@Singleton
class ProductUseSuggestions {
    /** How far back from the newest event is looked. */
    private static final int DAYS = 30;

    private static final int FEWEST = 20;
    private static final int LEAST_SHARE = 90;
    private static final String FIND = SqlFile.of("behaviour/suggest_product_use");

    private final Jdbi jdbi;

    ProductUseSuggestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The most frequent first. */
    List<ProductUsePage.Suggestion> find() {
        return jdbi.withHandle(handle -> handle.select(FIND, DAYS, FEWEST, LEAST_SHARE)
                .map((row, context) -> new ProductUsePage.Suggestion(
                        new ProductMarkForm(row.getString(1), row.getString(2)), row.getLong(3), row.getInt(4)))
                .list());
    }
}
