package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.WholeNumber;
import jakarta.ws.rs.FormParam;
import java.util.stream.Stream;

/** Weights as a form sends them: each a whole number, and one of them more than nothing. */
public record HealthWeightsForm(
        @FormParam("recency") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String recency,

        @FormParam("frequency") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String frequency,

        @FormParam("breadth") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String breadth,

        @FormParam("survey") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String survey,

        @FormParam("tickets") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String tickets,

        @FormParam("payment") @WholeNumber(min = 0, max = 100, message = "health:bad")
        String payment)
        implements FormRules {
    static final HealthWeightsForm BLANK = new HealthWeightsForm("", "", "", "", "", "");

    public HealthWeightsForm {
        recency = FormText.stripped(recency);
        frequency = FormText.stripped(frequency);
        breadth = FormText.stripped(breadth);
        survey = FormText.stripped(survey);
        tickets = FormText.stripped(tickets);
        payment = FormText.stripped(payment);
    }

    static HealthWeightsForm of(HealthWeights weights) {
        return new HealthWeightsForm(
                Integer.toString(weights.recency),
                Integer.toString(weights.frequency),
                Integer.toString(weights.breadth),
                Integer.toString(weights.survey),
                Integer.toString(weights.tickets),
                Integer.toString(weights.payment));
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(
                Stream.of(HealthPart.values()).allMatch(part -> text(part).matches("0+")), "weights", "health:bad");
    }

    String text(HealthPart part) {
        return switch (part) {
            case RECENCY -> recency;
            case FREQUENCY -> frequency;
            case BREADTH -> breadth;
            case SURVEY -> survey;
            case TICKETS -> tickets;
            case PAYMENT -> payment;
        };
    }

    void write(HealthWeights weights) {
        weights.recency = Integer.parseInt(recency);
        weights.frequency = Integer.parseInt(frequency);
        weights.breadth = Integer.parseInt(breadth);
        weights.survey = Integer.parseInt(survey);
        weights.tickets = Integer.parseInt(tickets);
        weights.payment = Integer.parseInt(payment);
    }
}
