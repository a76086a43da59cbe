package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Holds a share of some people against that of everybody: how many of those who bought anything bought this. Source: [V8],
 * which tells segments apart by what they like.
 *
 * @param share of the people looked at
 * @param everybody the same of all people, them included
 */
public record Preference(CountedShare share, CountedShare everybody) {
    /** Everybody's share is 100; nothing where one of the shares is of nobody, or everybody's is 0. */
    public Optional<BigDecimal> index() {
        if (share.whole() == 0 || everybody.part() == 0) {
            return Optional.empty();
        }
        BigDecimal theirs = BigDecimal.valueOf(share.part()).multiply(BigDecimal.valueOf(everybody.whole()));
        BigDecimal all = BigDecimal.valueOf(everybody.part()).multiply(BigDecimal.valueOf(share.whole()));
        return Optional.of(theirs.multiply(BigDecimal.valueOf(100)).divide(all, MathContext.DECIMAL64));
    }

    /**
     * How probable a share so far off is, if they were like everybody: 1 where its interval holds everybody's share; empty of
     * few, and of everybody.
     */
    public Optional<Double> p() {
        if (share.whole() < Figure.FEW || everybody.whole() == share.whole()) {
            return Optional.empty();
        }
        return Optional.of(
                share.isClearlyAbove(everybody) || share.isClearlyBelow(everybody)
                        ? Statistics.binomial(
                                share.part(), share.whole(), (double) everybody.part() / everybody.whole())
                        : 1.0);
    }

    /** Whether its interval lies above everybody's share, and it is among those picked. */
    public boolean isOver(FalseDiscovery discovery) {
        return share.isClearlyAbove(everybody) && isPicked(discovery);
    }

    public boolean isUnder(FalseDiscovery discovery) {
        return share.isClearlyBelow(everybody) && isPicked(discovery);
    }

    private boolean isPicked(FalseDiscovery discovery) {
        return p().filter(discovery::picks).isPresent();
    }
}
