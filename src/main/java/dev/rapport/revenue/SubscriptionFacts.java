package dev.rapport.revenue;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes what customers pay a month, from when to when. */
public final class SubscriptionFacts extends FactType {
    /** Pays, or has paid until its end. */
    public static final String PAYS = "pays";

    public static final String TRIAL = "trial";

    /** Has ended: at the end that the row says. */
    public static final String ENDED = "ended";

    /** Does not pay, and never has. */
    public static final String NONE = "none";

    private static final long MOST = 99_999_999_999L;

    private static final FactTable TABLE = FactTable.named("subscription")
            .family("revenue")
            .times("started_at", "ended_at")
            // read as they are, without a rollup
            .uncounted()
            .person()
            .channel()
            .column("plan")
            .column("amount")
            .column("started_at", "s.f_started")
            .column("ended_at", "s.f_ended")
            .column("trial_ended_at", "s.f_trial_ended")
            .column("billing", "s.f_interval")
            .column("reason")
            .column("quantity")
            .column("currency")
            .column("original")
            .column("rate");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("subscription id|subscription|contract id|id"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            moment("started").need().like("started at|start date|start|start time|signup date|created at|activated at"),
            moment("ended")
                    .like("ended at|end date|end|ended|expired at|cancelled at|canceled at|churned at"
                            + "|churn date|cancellation date"),
            decimal("amount")
                    .need()
                    .between(0, MOST)
                    .like("monthly amount|monthly charges|mrr|price|monthly price|monthly revenue"
                            + "|monthly recurring revenue|plan amount|plan price|unit amount|unit price"
                            + "|recurring amount|recurring price|subscription amount|arr|annual amount|annual price"
                            + "|annual revenue|yearly price|yearly amount"),
            SharedFields.CURRENCY,
            text("interval", 100)
                    .like("billing interval|billing period|billing cycle|billing frequency|billing|billed"
                            + "|plan interval|period|period unit|term|frequency|cycle|recurrence|payment frequency"
                            + "|payment interval|intervall|abrechnung|périodicité|intervalo"),
            whole("interval_count", 1, 1_000)
                    .like("billing interval count|plan interval count|period count|billing period count"),
            decimal("quantity").between(0, MOST).like("qty|seats|licenses|licences|units|number of seats"),
            decimal("discount").like("discount amount|discount %|discount percent|percent off|amount off"),
            choice(
                            "status",
                            PAYS,
                            "active|past due|live|current|running|renewed|non renewing|dunning|in dunning|grace|grace period"
                                    + "|paid|paying|overdue|aktiv|actif|activo|attivo|actief",
                            TRIAL,
                            "trialing|trialling|in trial|on trial|free trial|trial active|evaluation|testphase|essai|prueba",
                            ENDED,
                            "canceled|cancelled|expired|churned|terminated|inactive|lapsed|unpaid|paused|suspended|finished"
                                    + "|completed|deactivated|closed|on hold|gekündigt|beendet|résilié|annulé|cancelado",
                            NONE,
                            "incomplete|incomplete expired|free|freemium|pending|future|not started|draft|rejected|failed")
                    .like("subscription status", "state", "subscription state"),
            moment("trial_ended").like("trial end|trial ends at|trial ended at|trial end date|trial ends|trial until"),
            text("plan", 300).like("contract|product|tier|subscription type"),
            text("reason", 300)
                    .names(Dimension.REASON)
                    .like("cancellation reason|cancel reason|churn reason|reason for cancellation|reason for leaving"
                            + "|leaving reason|end reason|kündigungsgrund|motif de résiliation|motivo de cancelación"),
            SharedFields.CHANNEL,
            SharedFields.ORIGINAL,
            SharedFields.RATE);

    private static final TimelineLine TIMELINE = new TimelineLine("subscription", Amount.MONEY_A_MONTH, End.OVER, """
            select started_at, id, channel_id, plan, amount, reason, ended_at
            from subscription where current and visitor_id in (select id from visitor where person_id = ?)
            """);

    public SubscriptionFacts() {
        super(FactOutline.of("subscriptions", FIELDS)
                .table(TABLE)
                .person(PersonRule.NEEDED)
                .at("started")
                .keyFields(List.of(KEY), List.of(PERSON, "plan", "started"))
                .wholeFileRule(WholeFileRule.SUBSCRIPTION_PRICE)
                .telling("ended", "amount", "plan", "interval", "trial_ended")
                .timeline(TIMELINE)
                .figures("mrr", "paying_customers", "churn_rate"));
    }

    @Override
    public void complete(FactRow row) {
        if (row.endsBefore("ended", "started")) {
            row.set("ended", null);
        }
    }
}
