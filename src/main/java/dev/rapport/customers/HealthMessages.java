package dev.rapport.customers;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of health: {@code part_...}, {@code how_...} and {@code band_...} are found by their keys. */
@MessageBundle("health")
public interface HealthMessages {
    @Message("Health")
    String title();

    @Message(
            "How much each part counts in a customer's health score, 0 to 100 each; their sum need not be 100. 0 leaves a part out.")
    String lead();

    @Message("Everybody else")
    String everybody();

    @Message(
            "A customer who is in several segments with weights of their own has those of the segment group that comes first.")
    String order();

    @Message("Weights for another segment")
    String add();

    @Message("Segment")
    String segment();

    @Message("Choose a segment of the list that has no weights of its own yet.")
    String segmentBad();

    @Message("Add weights")
    String addButton();

    @Message("Give whole numbers from 0 to 100, and not only zeros.")
    String bad();

    @Message("The weights are saved; health is scored anew.")
    String saved();

    @Message("Weight")
    String weight();

    @Message("Part")
    String part();

    @Message("Points")
    String points();

    @Message("not known, left out")
    String leftOut();

    @Message("How it is counted")
    String how();

    @Message("Score")
    String score();

    @Message(
            "From 70 on a customer is healthy, from 40 on to be watched, below at risk. Parts of which nothing is known are left out, and the others weigh the more.")
    String rule();

    @Message(key = "part_recency", value = "Lately active")
    String partRecency();

    @Message(key = "part_frequency", value = "Often active")
    String partFrequency();

    @Message(key = "part_breadth", value = "Features used")
    String partBreadth();

    @Message(key = "part_survey", value = "Last survey answer")
    String partSurvey();

    @Message(key = "part_tickets", value = "Open tickets")
    String partTickets();

    @Message(key = "part_payment", value = "Payment")
    String partPayment();

    @Message(key = "how_recency", value = "100 × (90 − days since the last visit or order) ÷ 90; 0 after 90 days")
    String howRecency();

    @Message(key = "how_frequency", value = "100 × days with a visit or order in the last 30 ÷ 12, at most 100")
    String howFrequency();

    @Message(
            key = "how_breadth",
            value =
                    "20 for each different feature of the last 30 days, at most 100; where the settings name no features, for each tracked event")
    String howBreadth();

    @Message(
            key = "how_survey",
            value = "the newest answer of the last 365 days, from worst (0) to best (100) of its scale")
    String howSurvey();

    @Message(key = "how_tickets", value = "100 − 50 for each open ticket, at least 0")
    String howTickets();

    @Message(
            key = "how_payment",
            value =
                    "by subscription: 100 when paying at least as much a month as 90 days before, else 50; by orders: 200 × days left of the churn window ÷ the window, at most 100")
    String howPayment();

    @Message(key = "band_healthy", value = "healthy")
    String bandHealthy();

    @Message(key = "band_watch", value = "watch")
    String bandWatch();

    @Message(key = "band_at_risk", value = "at risk")
    String bandAtRisk();
}
