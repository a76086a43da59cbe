package dev.rapport.social;

import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes what was posted, and what came of it. */
public final class PostFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("post")
            .family("social")
            .times("at")
            .channel()
            .column("network")
            .column("at")
            .column("text")
            .column("impressions")
            .column("likes")
            .column("shares")
            .column("comments")
            .column("saves")
            .column("clicks");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("post id|tweet id|id|permalink"),
            text("network", 100).names(Dimension.NETWORK).need().like("platform", "social network"),
            SharedFields.CHANNEL,
            SharedFields.AT.need().like("published at", "posted at", "publish time"),
            text("text", 20_000).like("content|caption|message|post"),
            whole("impressions", 0, FactField.COUNT).like("views", "reach"),
            whole("likes", 0, FactField.COUNT).like("reactions", "favorites"),
            whole("shares", 0, FactField.COUNT).like("retweets", "reposts"),
            whole("comments", 0, FactField.COUNT).like("replies"),
            whole("saves", 0, FactField.COUNT).like("bookmarks"),
            whole("clicks", 0, FactField.COUNT).like("link clicks|url clicks|post clicks"));

    private static final String POSTS = """
            select 0 as item, post.at, post.channel_id, null::int as person_id, post.network, post.impressions,
                   post.likes, post.shares, post.comments, post.saves, post.clicks
            from span
            join post on post.current and post.at >= span.from_at and post.at < span.to_at
            """;

    private static final List<MeasureSource> MEASURES = List.of(MeasureSource.of(POSTS, Measure.POSTS, "1")
            .and(Measure.POST_IMPRESSIONS, "impressions")
            .and(Measure.LIKES, "likes")
            .and(Measure.SHARES, "shares")
            .and(Measure.COMMENTS, "comments")
            .and(Measure.SAVES, "saves")
            .and(Measure.POST_CLICKS, "clicks")
            .apart(Dimension.NETWORK, "network"));

    public PostFacts() {
        super(FactOutline.of("posts", FIELDS)
                .table(TABLE)
                .person(PersonRule.NONE)
                .undated()
                .varied()
                .telling("likes", "shares", "comments", "saves")
                .measures(MEASURES)
                .comesHome("at key channel network text impressions likes shares comments saves clicks")
                .figures("social_engagement_rate", "shares"));
    }

    @Override
    public void complete(FactRow row) {
        row.fillWithZero("impressions", "likes", "shares", "comments", "saves", "clicks");
    }
}
