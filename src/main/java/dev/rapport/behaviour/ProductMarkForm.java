package dev.rapport.behaviour;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/**
 * Reads what counts as using the product as a form sends it.
 *
 * @param kind {@code event} or {@code page}
 */
public record ProductMarkForm(
        @FormParam("kind") @Pattern(regexp = "(event|page)?", message = "productUse:kindBad")
        String kind,

        @FormParam("value") @ShortText(max = 200, message = "productUse:valueBad")
        String value)
        implements FormRules {
    static final ProductMarkForm BLANK = new ProductMarkForm("event", "");

    public ProductMarkForm {
        kind = FormText.stripped(kind);
        value = FormText.stripped(value);
    }

    static ProductMarkForm of(ProductMark mark) {
        return new ProductMarkForm(mark.eventName == null ? "page" : "event", mark.value());
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(isPage() && !PageSpelling.isPattern(value), "value", "productUse:valueBad");
        problems.addIf(isPage() && PageSpelling.isEverything(value), "value", "productUse:everything");
    }

    public boolean isPage() {
        return kind.equals("page");
    }

    @Nullable
    String eventName() {
        return isPage() ? null : value;
    }

    @Nullable
    String pagePattern() {
        return isPage() ? PageSpelling.pattern(value) : null;
    }
}
