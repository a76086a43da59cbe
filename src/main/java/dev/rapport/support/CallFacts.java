package dev.rapport.support;

import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;

import dev.rapport.fact.AgentName;
import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.RowList;
import dev.rapport.fact.RowList.Column;
import dev.rapport.fact.RowList.Kind;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes telephone calls. A call belongs to the day on which it started; one without an answer was missed. */
public final class CallFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("call")
            .family("support")
            .times("started_at")
            .person()
            .channel()
            .column("started_at", "s.f_started")
            .column("answered_at", "s.f_answered")
            .column("ended_at", "s.f_ended")
            .column("agent")
            .column("team")
            .column("issue_type");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("call id|call key|call number|call sid|call"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL,
            moment("started").need().like("started at|call started at|call started|call start|start time"),
            moment("answered").like("answered at|call answered at|call answered|answer time|picked up at"),
            moment("ended").like("ended at|call ended at|call ended|call end|end time|hung up at"),
            text("agent", 300).names(Dimension.AGENT).like("agent name", "operator", "call agent"),
            text("team", 300)
                    .names(Dimension.TEAM)
                    .like("queue|call queue|queue name|department|group|agent group|call group|skill"),
            text("issue_type", 300)
                    .names(Dimension.ISSUE_TYPE)
                    .like("issue type|call reason|reason for call|call type|call topic|topic|disposition"));

    private static final List<MeasureSource> MEASURES = List.of(MeasureSource.of("""
                    select 0 as item, call.started_at as at, call.channel_id, visitor.person_id, call.answered_at,
                           call.agent, call.team, call.issue_type
                    from span
                    join call on call.current and call.started_at >= span.from_at and call.started_at < span.to_at
                    left join visitor on visitor.id = call.visitor_id
                    """, Measure.CALLS, "1")
            .and(Measure.CALLS_ANSWERED, "(answered_at is not null)::int")
            .apart(Dimension.AGENT, AgentName.shown("fact.agent"))
            .apart(Dimension.TEAM, "fact.team")
            .apart(Dimension.ISSUE_TYPE, "fact.issue_type"));

    private static final RowList ROWS = new RowList(
            "call",
            "started_at",
            List.of(
                    Column.of("answered_at", Kind.MOMENT),
                    Column.of("ended_at", Kind.MOMENT),
                    new Column("agent", Kind.TEXT, AgentName.shown("fact.agent")),
                    Column.of("team", Kind.TEXT),
                    Column.of("issue_type", Kind.TEXT)));

    private static final TimelineLine TIMELINE =
            new TimelineLine("call", Amount.NONE, End.NONE, """
            select started_at, id, channel_id, %s, null::numeric, null::text, ended_at
            from call where current and visitor_id in (select id from visitor where person_id = ?)
            """.formatted(AgentName.shown("agent")));

    public CallFacts() {
        super(FactOutline.of("calls", FIELDS)
                .table(TABLE)
                .at("started")
                .telling("answered")
                .measures(MEASURES)
                .rows(ROWS)
                .timeline(TIMELINE)
                .comesHome("""
                        started_at>started key person>customer channel answered_at>answered ended_at>ended agent team
                        issue_type
                        """)
                .figures("call_answer_rate"));
    }

    /** Answered all the same where the time of that lies before the start: only when is not known. */
    @Override
    public void complete(FactRow row) {
        if (row.endsBefore("answered", "started")) {
            row.set("answered", row.get("started"));
        }
        if (row.endsBefore("ended", "started")) {
            row.set("ended", null);
        }
    }
}
