package dev.rapport.social;

import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Figure;
import dev.rapport.metric.PostEngagement;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists posts with how people engaged with each; what interactions weigh the settings say. */
@ApplicationScoped
public class PostList {
    /** Those that nobody saw have no rate and come last. */
    private static final String ENGAGEMENT = """
            select posts.*,
                   likes * weight_likes + shares * weight_shares + comments * weight_comments + saves * weight_saves
                       + clicks * weight_clicks as interactions
            from (%s) as posts, settings
            order by (likes * weight_likes + shares * weight_shares + comments * weight_comments + saves * weight_saves
                       + clicks * weight_clicks) / nullif(impressions, 0) desc nulls last, at desc, key
            """;

    private final ReadTransactions readTransactions;

    PostList(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    /** @param rate of the impressions, with its interval where it has one */
    public record Post(
            Instant at,
            String key,
            String channel,
            String network,
            Optional<String> text,
            long impressions,
            long likes,
            long shares,
            long comments,
            long saves,
            long clicks,
            BigDecimal interactions,
            Figure rate) {}

    /** The most engaging first; none while a segment is chosen, as posts have no persons. */
    public List<Post> read(Slice slice) {
        return readTransactions.read(readTransaction -> {
            RowQuery rows = SocialRows.posts(slice);
            List<Post> posts = new ArrayList<>();
            new SqlBuilder()
                    .add(ENGAGEMENT.formatted(rows.sql()), rows.values().toArray())
                    .read(readTransaction.handle(), row -> {
                        long impressions = row.getLong("impressions");
                        BigDecimal interactions = row.getBigDecimal("interactions");
                        posts.add(new Post(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("key"),
                                row.getString("channel"),
                                row.getString("network"),
                                Optional.ofNullable(row.getString("text")),
                                impressions,
                                row.getLong("likes"),
                                row.getLong("shares"),
                                row.getLong("comments"),
                                row.getLong("saves"),
                                row.getLong("clicks"),
                                interactions,
                                PostEngagement.rate(interactions, impressions)));
                    });
            return posts;
        });
    }
}
