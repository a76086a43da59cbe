package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Holds how much each thing that people do with a post weighs in its engagement, as the settings say. A mention weighs 1.
 * As the sources count, all weigh the same and clicks are none of it.
 */
public record SocialWeights(
        BigDecimal likes, BigDecimal shares, BigDecimal comments, BigDecimal saves, BigDecimal clicks) {
    public static final SocialWeights PLAIN =
            new SocialWeights(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    boolean isPlain() {
        return likes.compareTo(BigDecimal.ONE) == 0
                && shares.compareTo(BigDecimal.ONE) == 0
                && comments.compareTo(BigDecimal.ONE) == 0
                && saves.compareTo(BigDecimal.ONE) == 0
                && clicks.signum() == 0;
    }

    BigDecimal of(Measure measure) {
        return switch (measure) {
            case LIKES -> likes;
            case SHARES -> shares;
            case COMMENTS -> comments;
            case SAVES -> saves;
            case POST_CLICKS -> clicks;
            default -> BigDecimal.ONE;
        };
    }
}
