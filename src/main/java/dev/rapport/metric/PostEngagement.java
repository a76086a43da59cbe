package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Computes the engagement rate of a single post: weighted interactions / impressions x 100. Where interactions are whole and no
 * more than impressions it has Wilson's interval, as a share would; somebody may like and share, so it is an approximation.
 *
 * <p>Unit: per cent. Null behaviour: no data without impressions. Example: 50 of 2,000 are 2.5 %, from 1.9 to 3.3.
 */
public final class PostEngagement {
    private PostEngagement() {}

    public static Figure rate(BigDecimal interactions, long impressions) {
        boolean whole = interactions.stripTrailingZeros().scale() <= 0;
        return whole && interactions.compareTo(BigDecimal.valueOf(impressions)) <= 0
                ? Figures.share(interactions.longValueExact(), impressions)
                : Figures.percent(interactions, BigDecimal.valueOf(impressions), impressions);
    }
}
