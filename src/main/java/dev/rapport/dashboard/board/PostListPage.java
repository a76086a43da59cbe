package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Definition;
import dev.rapport.social.PostList.Post;
import dev.rapport.words.NumberFormats;
import java.util.List;

/**
 * Holds how people engaged with each post, as it is shown.
 *
 * @param shown says how many of how many are; empty when all are
 */
public record PostListPage(String socialUrl, String period, List<PostRow> rows, String shown, String csvUrl) {
    /** More rows than anybody reads; the file has all. */
    private static final int SHOWN = 50;

    /** As much of a text as tells which post it is. */
    private static final int LONGEST = 120;

    /** @param interval empty where the rate has none */
    public record PostRow(
            String text,
            String network,
            String at,
            String impressions,
            String interactions,
            String rate,
            String interval,
            String title) {}

    static PostListPage of(List<Post> all, PageContext context) {
        PageLinks links = new PageLinks("/social", context.slice());
        NumberFormats numbers = context.audience().numbers();
        return new PostListPage(
                links.url(),
                context.period(),
                all.stream().limit(SHOWN).map(post -> row(post, context)).toList(),
                all.size() <= SHOWN
                        ? ""
                        : context.words(SocialMessages.class).postsCut(numbers.count(SHOWN), numbers.count(all.size())),
                links.under("/social/posts.csv"));
    }

    private static PostRow row(Post post, PageContext context) {
        FigureText text = context.figures();
        NumberFormats numbers = context.audience().numbers();
        String words = post.text().orElse(post.key());
        return new PostRow(
                words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…",
                post.network(),
                context.audience().moment(post.at()),
                numbers.count(post.impressions()),
                interactions(post, numbers),
                text.figure(Definition.Unit.PERCENT, post.rate()),
                post.rate()
                        .interval()
                        .map(range -> text.value(Definition.Unit.PERCENT, range.low()) + " – "
                                + text.value(Definition.Unit.PERCENT, range.high()))
                        .orElse(""),
                interactions(post, numbers) + " ÷ " + numbers.count(post.impressions()));
    }

    /** Whole, unless the weights are not. */
    private static String interactions(Post post, NumberFormats numbers) {
        boolean whole = post.interactions().stripTrailingZeros().scale() <= 0;
        return numbers.decimal(post.interactions(), whole ? 0 : 1);
    }
}
