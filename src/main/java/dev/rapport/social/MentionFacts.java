package dev.rapport.social;

import static dev.rapport.fact.FactField.id;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.truth;

import dev.rapport.db.ReportingTime;
import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.metric.Measure;
import dev.rapport.person.SocialHandle;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes what others said in networks. */
public final class MentionFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("mention")
            .family("social")
            .times("at")
            .person()
            .channel()
            .column("network")
            .column("brand")
            .column("topic")
            .column("at")
            .column("text")
            .column("sentiment", "s.f_sentiment::smallint")
            .column("frustrated")
            .column("technical")
            .column("article_helps")
            .column("needs_reply")
            .column("labelled_by", "coalesce(s.f_labelled_by, 'import')");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("mention id", "tweet id", "id"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            id(SocialHandle.FIELD)
                    .like(
                            "author|author handle|author username|author name|username|user name|screen name|user screen name"
                                    + "|tweet author|posted by|from user|profile url|author url|author profile"),
            SharedFields.CHANNEL,
            text("network", 100).names(Dimension.NETWORK).need().like("platform", "social network", "source"),
            text("brand", 200).names(Dimension.BRAND).like("airline", "company", "product"),
            text("topic", 300).names(Dimension.TOPIC).like("theme", "category", "negative reason"),
            SharedFields.AT.need().like("posted at", "tweet created", "published at"),
            text("text", 20_000).like("content", "message", "tweet"),
            SharedFields.sentiment().like("airline sentiment"),
            truth("frustrated").like("frustration"),
            truth("technical"),
            truth("article_helps").like("help article"),
            truth("needs_reply").like("reply needed"),
            text("labelled_by", 100).like("labelled by", "labeled by", "label source"));

    private static final String MENTIONS = """
            select 0 as item, mention.at, mention.channel_id, visitor.person_id, mention.network, mention.brand,
                   mention.topic, mention.sentiment, mention.frustrated, mention.technical, mention.article_helps,
                   mention.needs_reply
            from span
            join labelled_mention as mention on mention.at >= span.from_at and mention.at < span.to_at
            left join visitor on visitor.id = mention.visitor_id
            """;

    private static final String TONE =
            "case sentiment when 1 then 'positive' when 0 then 'neutral' when -1 then 'negative' end";

    /** As clocks say: an hour that comes twice is one, one that is left out has none. */
    private static final String HOUR = "to_char(" + ReportingTime.clock("at") + ", 'ID-HH24')";

    /**
     * A label that nobody has given is not known: such a mention is in no share, neither above nor below the line. What a person in
     * the product says goes before what an import says.
     */
    private static final List<MeasureSource> MEASURES = List.of(MeasureSource.of(MENTIONS, Measure.MENTIONS, "1")
            .and(Measure.MENTIONS_POSITIVE, "(sentiment = 1)::int")
            .and(Measure.MENTIONS_NEUTRAL, "(sentiment = 0)::int")
            .and(Measure.MENTIONS_NEGATIVE, "(sentiment = -1)::int")
            .and(Measure.FRUSTRATION_LABELLED, "(frustrated is not null)::int")
            .and(Measure.FRUSTRATED, "frustrated::int")
            .and(Measure.TECHNICAL_LABELLED, "(technical is not null)::int")
            .and(Measure.TECHNICAL, "technical::int")
            .and(Measure.ARTICLE_LABELLED, "(article_helps is not null)::int")
            .and(Measure.ARTICLE_HELPS, "article_helps::int")
            .and(Measure.REPLY_LABELLED, "(needs_reply is not null)::int")
            .and(Measure.NEEDS_REPLY, "needs_reply::int")
            .apart(Dimension.NETWORK, "network")
            .apart(Dimension.BRAND, "brand")
            .apart(Dimension.TOPIC, "topic")
            .apart(Dimension.SENTIMENT, TONE)
            .apart(Dimension.WEEKDAY_HOUR, HOUR));

    private static final TimelineLine TIMELINE = new TimelineLine("mention", Amount.NONE, End.NONE, """
            select at, id, channel_id, network, null::numeric, text, null::timestamptz
            from mention where current and visitor_id in (select id from visitor where person_id = ?)
            """);

    public MentionFacts() {
        super(FactOutline.of("mentions", FIELDS)
                .table(TABLE)
                .telling("text", "sentiment", "brand", "frustrated")
                .measures(MEASURES)
                .timeline(TIMELINE)
                .comesHome("""
                        at key person>customer channel network brand topic text sentiment frustrated technical
                        article_helps needs_reply labelled_by
                        """)
                .figures("mentions", "net_sentiment"));
    }
}
