package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Estimates a quantile of waiting times, where some wait still, by the product-limit (Kaplan-Meier) estimator.
 *
 * <p>S(t) = product over the times t_i &lt;= t at which something ended of (1 - d_i / r_i), with d_i ended at t_i and r_i
 * that had not ended before (those that still wait after exactly t_i among them). The quantile is the first time at which S
 * falls below 1 - q; where S is exactly 1 - q, the middle between that time and the next, so that without anything waiting
 * the median is the ordinary one.
 *
 * <p>Interval (Brookmeyer and Crowley 1982): the times at which the 95 % limits of S, on the scale of log(-log S) with
 * Greenwood's variance, pass 1 - q. Where the upper limit never does, there is none.
 *
 * <p>Unit: seconds. Source: E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).
 */
final class KaplanMeier {
    private static final double SAME = 1e-9;

    /** Times that are looked at one by one only where something can be decided within them. */
    private static final int BLOCK = 64;

    private final Times ended;
    private final double target;
    private final double targetHazard;
    private double survival = 1;
    private double greenwood;
    private Optional<BigDecimal> value = Optional.empty();
    private Optional<Double> low = Optional.empty();
    private Optional<Double> high = Optional.empty();

    /**
     * @param ended in order
     * @param waiting in order
     * @param target 1 - q
     */
    KaplanMeier(Times ended, Times waiting, double target) {
        this.ended = ended;
        this.target = target;
        this.targetHazard = hazard(target);
        int left = 0;
        int next;
        for (int i = 0; i < ended.count() && !isDecided(); i = next) {
            while (left < waiting.count() && waiting.at(left) < ended.at(i)) {
                left++;
            }
            next = left < waiting.count() ? after(i, waiting.at(left)) : ended.count();
            walk(i, next, ended.count() - i + waiting.count() - left);
        }
    }

    /**
     * Times between which nobody stops waiting, so that the product and the sum are those of their ends: after all but r of
     * the R at risk have ended, S is r / R of what it was, and Greenwood's sum is 1/r - 1/R more.
     */
    private void walk(int from, int to, int atRisk) {
        double survivalBefore = survival;
        double greenwoodBefore = greenwood;
        int next;
        for (int block = from; block < to && !isDecided(); block = next) {
            next = block + BLOCK < to ? after(block + BLOCK, ended.at(block + BLOCK)) : to;
            double survivalAfter = survivalBefore * share(next - from, atRisk);
            double greenwoodAfter = greenwoodBefore + variance(next - from, atRisk);
            if (mayDecide(survival, survivalAfter, greenwoodAfter)) {
                int over;
                for (int i = block; i < next && !isDecided(); i = over) {
                    over = after(i, ended.at(i));
                    survival = survivalBefore * share(over - from, atRisk);
                    greenwood = greenwoodBefore + variance(over - from, atRisk);
                    pass(ended.at(i), over < ended.count() ? ended.at(over) : ended.at(i));
                }
            }
            survival = survivalAfter;
            greenwood = greenwoodAfter;
        }
    }

    private static double share(int gone, int atRisk) {
        return (double) (atRisk - gone) / atRisk;
    }

    private static double variance(int gone, int atRisk) {
        return 1.0 / (atRisk - gone) - 1.0 / atRisk;
    }

    private boolean isDecided() {
        return value.isPresent() && low.isPresent() && high.isPresent();
    }

    /** The first index from there on at which it took longer than the time. */
    private int after(int index, long time) {
        int next = index;
        while (next < ended.count() && ended.at(next) <= time) {
            next++;
        }
        return next;
    }

    /** Whether anything can be decided at times over which S and Greenwood's sum become these. */
    private boolean mayDecide(double survivalBefore, double survivalAfter, double greenwoodAfter) {
        if (survivalAfter <= target + SAME) {
            return true;
        }
        return low.isEmpty()
                && !isFar(survivalBefore, survivalAfter, greenwoodAfter)
                && mayPass(hazard(survivalBefore), hazard(survivalAfter), greenwoodAfter);
    }

    /**
     * Whether it is plain without logarithms that the lower limit has not passed: -log S is at least 1 - S and at most
     * (1 - S) / S, and log x at least 1 - 1 / x.
     */
    private boolean isFar(double survivalBefore, double survivalAfter, double greenwoodAtMost) {
        double hazardAtMost = (1 - survivalAfter) / survivalAfter;
        double distance = (1 - survivalBefore) * (1 - hazardAtMost / targetHazard - SAME);
        return distance > 0 && Statistics.Z95 * Statistics.Z95 * greenwoodAtMost < distance * distance;
    }

    /** The cumulative one. */
    private static double hazard(double survival) {
        return Math.abs(Math.log(survival));
    }

    /**
     * Whether the lower limit can have passed where -log S lies between two values and Greenwood's sum is no more than this;
     * the same condition without powers.
     */
    private boolean mayPass(double least, double most, double greenwoodAtMost) {
        return Statistics.Z95 * Math.sqrt(greenwoodAtMost) / least >= Math.log(targetHazard / most) - SAME;
    }

    private void pass(long time, long later) {
        if (value.isEmpty() && survival <= target + SAME) {
            boolean exactly = survival >= target - SAME;
            value = Optional.of(BigDecimal.valueOf(time)
                    .add(BigDecimal.valueOf(exactly ? later : time))
                    .divide(BigDecimal.valueOf(2000)));
        }
        if (low.isEmpty() && limit(1) <= target) {
            low = Optional.of(time / 1000.0);
        }
        // The upper limit never lies below S itself.
        if (high.isEmpty() && survival <= target + SAME && limit(-1) <= target) {
            high = Optional.of(time / 1000.0);
        }
    }

    /** A limit of S: the lower one for side 1, the upper one for -1. */
    private double limit(int side) {
        if (survival <= SAME) {
            return 0;
        }
        double error = Math.sqrt(greenwood) / hazard(survival);
        return Math.pow(survival, Math.exp(side * Statistics.Z95 * error));
    }

    /** In seconds; empty when the quantile is not reached. */
    Optional<BigDecimal> value() {
        return value;
    }

    Optional<ConfidenceInterval> interval() {
        return value.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new ConfidenceInterval(low.get(), high.get()))
                : Optional.empty();
    }
}
