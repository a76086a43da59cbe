package dev.rapport.behaviour;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what shows that somebody uses the product: an event of that name, or a view of a page whose path fits the pattern. */
@Entity
@Table(name = "product_use")
public class ProductMark extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column(name = "event_name", columnDefinition = "text")
    public @Nullable String eventName;

    /** A path in which {@code *} stands for anything. */
    @Column(name = "page_pattern", columnDefinition = "text")
    public @Nullable String pagePattern;

    static List<ProductMark> inOrder() {
        return listAll(Sort.by("eventName").and("pagePattern"));
    }

    static Optional<ProductMark> withId(int id) {
        return findByIdOptional(id);
    }

    static boolean isThere(ProductMarkForm form) {
        return form.isPage() ? count("pagePattern", form.pagePattern()) > 0 : count("eventName", form.eventName()) > 0;
    }

    String value() {
        return eventName == null ? String.valueOf(pagePattern) : eventName;
    }
}
