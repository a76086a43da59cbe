package dev.rapport.revenue;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.text;

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
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes why people left, or stopped on the way to an order: what exit surveys asked and agents wrote down. */
public final class ReasonFacts extends FactType {
    private static final String LEFT = "left";

    private static final FactTable TABLE = FactTable.named("reason_given")
            .family("revenue")
            .times("given_at")
            // read as they are, without a rollup
            .uncounted()
            .person()
            .channel()
            .column("given_at", "s.f_at")
            .column("about")
            .column("reason")
            .column("comment");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("reason id|exit survey id|response id|id"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.ANONYMOUS,
            SharedFields.AT.need(),
            text("reason", 300)
                    .names(Dimension.REASON)
                    .need()
                    .like("reason for leaving|leaving reason|churn reason|cancellation reason|cancel reason|exit reason"
                            + "|abandonment reason|reason for abandonment|kündigungsgrund|motif|motivo"),
            choice(
                            "about",
                            LEFT,
                            "leaving|churn|churned|cancelled|canceled|cancellation|unsubscribed|exit",
                            "stopped",
                            "cart|abandoned|abandonment|cart abandoned|cart abandonment|checkout|drop off|dropped off")
                    .like("reason about|reason kind|reason type"),
            text("comment", 10_000).like("feedback|reason comment|exit comment|details|comments"),
            SharedFields.CHANNEL);

    private static final TimelineLine TIMELINE = new TimelineLine("reason", Amount.NONE, End.NONE, """
            select given_at, number, channel_id, reason, null::numeric, comment, null::timestamptz
            from (select given_at, id * 2 as number, channel_id, reason, comment, visitor_id from reason_given where current
                  union all
                  select said.at, said.id * 2 + 1, channel.id, said.reason, said.set_by, visitor.id
                  from reason_stated as said
                  join visitor on visitor.key = said.visitor_key
                  join channel on channel.key = 'unknown'
                  where said.current) as given
            where visitor_id in (select id from visitor where person_id = ?)
            """);

    public ReasonFacts() {
        super(FactOutline.of("reasons", FIELDS)
                .table(TABLE)
                .person(PersonRule.NEEDED)
                .at("at")
                .keyFields(List.of(KEY), List.of(PERSON, "at", "about"))
                .telling("reason", "about")
                .timeline(TIMELINE)
                .figures("churn_rate"));
    }

    /** Who gives a reason without saying of what has mostly left. */
    @Override
    public void complete(FactRow row) {
        if (row.get("about") == null) {
            row.set("about", LEFT);
        }
    }
}
