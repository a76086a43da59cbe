package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import jakarta.ws.rs.FormParam;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weights as a form sends them. */
public class HealthWeightsForm {
    /** {@code plan:pro}; only when weights for another segment are added. */
    @FormParam("segment")
    @Nullable
    String segment;

    @FormParam("recency")
    @Nullable
    String recency;

    @FormParam("frequency")
    @Nullable
    String frequency;

    @FormParam("breadth")
    @Nullable
    String breadth;

    @FormParam("survey")
    @Nullable
    String survey;

    @FormParam("tickets")
    @Nullable
    String tickets;

    @FormParam("payment")
    @Nullable
    String payment;

    static HealthWeightsForm of(HealthWeights weights) {
        HealthWeightsForm form = new HealthWeightsForm();
        form.segment = weights.isGeneral() ? "" : weights.segmentGroup + ":" + weights.segmentValue;
        form.recency = Integer.toString(weights.recency);
        form.frequency = Integer.toString(weights.frequency);
        form.breadth = Integer.toString(weights.breadth);
        form.survey = Integer.toString(weights.survey);
        form.tickets = Integer.toString(weights.tickets);
        form.payment = Integer.toString(weights.payment);
        return form;
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    String text(HealthPart part) {
        return plain(
                switch (part) {
                    case RECENCY -> recency;
                    case FREQUENCY -> frequency;
                    case BREADTH -> breadth;
                    case SURVEY -> survey;
                    case TICKETS -> tickets;
                    case PAYMENT -> payment;
                });
    }

    /** 0 to 100. */
    OptionalInt weight(HealthPart part) {
        String text = text(part);
        int weight = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        return weight >= 0 && weight <= 100 ? OptionalInt.of(weight) : OptionalInt.empty();
    }

    /** Each must be a weight, and one of them more than nothing. */
    boolean isBad() {
        return Stream.of(HealthPart.values()).anyMatch(part -> weight(part).isEmpty())
                || Stream.of(HealthPart.values()).allMatch(part -> weight(part).orElse(0) == 0);
    }

    void write(HealthWeights weights) {
        weights.recency = weight(HealthPart.RECENCY).orElseThrow();
        weights.frequency = weight(HealthPart.FREQUENCY).orElseThrow();
        weights.breadth = weight(HealthPart.BREADTH).orElseThrow();
        weights.survey = weight(HealthPart.SURVEY).orElseThrow();
        weights.tickets = weight(HealthPart.TICKETS).orElseThrow();
        weights.payment = weight(HealthPart.PAYMENT).orElseThrow();
    }
}
