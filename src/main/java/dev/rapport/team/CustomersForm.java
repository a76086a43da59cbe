package dev.rapport.team;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who counts as a customer, as a form sends it. */
public class CustomersForm {
    private static final Set<String> RULES = Set.of("auto", "subscription", "orders");

    @FormParam("customerRule")
    @Nullable
    String rule;

    @FormParam("churnWindow")
    @Nullable
    String churnWindow;

    static CustomersForm of(Settings settings) {
        CustomersForm form = new CustomersForm();
        form.rule = settings.customerRule;
        form.churnWindow = Integer.toString(settings.churnWindowDays);
        return form;
    }

    String ruleText() {
        return rule == null ? "" : rule;
    }

    Optional<String> rule() {
        return Optional.of(ruleText()).filter(RULES::contains);
    }

    String churnWindowText() {
        return churnWindow == null ? "" : churnWindow.strip();
    }

    /** Days, 1 to 3,650. */
    Optional<Integer> churnWindow() {
        return Optional.of(churnWindowText())
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= 3650);
    }
}
