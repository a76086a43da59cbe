package dev.rapport.social;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.ReportingTime;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What posts and mentions add. A label that nobody has given is not known: such a mention is in no share, neither above nor
 * below the line. What a person in the product says goes before what an import says.
 */
@Singleton
public class SocialContribution implements FactSource {
    private static final String POSTS = """
            select 0 as item, post.at, post.channel_id, null::int as person_id, post.network, post.impressions,
                   post.likes, post.shares, post.comments, post.saves
            from span
            join post on post.current and post.at >= span.from_at and post.at < span.to_at
            """;

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

    private static final List<MeasureSource> DEEDS = List.of(
            MeasureSource.of(POSTS, Measure.POSTS, "1")
                    .and(Measure.POST_IMPRESSIONS, "impressions")
                    .and(Measure.LIKES, "likes")
                    .and(Measure.SHARES, "shares")
                    .and(Measure.COMMENTS, "comments")
                    .and(Measure.SAVES, "saves")
                    .apart(Dimension.NETWORK, "network"),
            MeasureSource.of(MENTIONS, Measure.MENTIONS, "1")
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

    @Override
    public String family() {
        return "social";
    }

    @Override
    public RebuildPhase basis() {
        return RebuildPhase.FACTS;
    }

    @Override
    public String sql() {
        return MeasureSource.rows(DEEDS);
    }

    @Override
    public List<MeasureSource> deeds() {
        return DEEDS;
    }
}
