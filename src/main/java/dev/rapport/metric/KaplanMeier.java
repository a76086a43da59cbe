package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The product-limit estimate of a quantile of waiting times, where some wait still.
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

    private Optional<BigDecimal> value = Optional.empty();
    private Optional<Double> low = Optional.empty();
    private Optional<Double> high = Optional.empty();

    /**
     * @param ended milliseconds, ascending
     * @param waiting milliseconds, ascending
     * @param target 1 - q
     */
    KaplanMeier(long[] ended, long[] waiting, double target) {
        double survival = 1;
        double greenwood = 0;
        int left = 0;
        int next;
        for (int i = 0; i < ended.length && !isDecided(); i = next) {
            long time = ended[i];
            next = after(ended, i);
            while (left < waiting.length && waiting[left] < time) {
                left++;
            }
            double atRisk = (double) (ended.length - i) + (waiting.length - left);
            double gone = next - i;
            survival *= 1 - gone / atRisk;
            greenwood += gone / (atRisk * (atRisk - gone));
            long later = next < ended.length ? ended[next] : time;
            pass(time, later, survival, greenwood, target);
        }
    }

    private boolean isDecided() {
        return value.isPresent() && low.isPresent() && high.isPresent();
    }

    private static int after(long[] ended, int index) {
        int next = index;
        while (next < ended.length && ended[next] == ended[index]) {
            next++;
        }
        return next;
    }

    private void pass(long time, long later, double survival, double greenwood, double target) {
        if (value.isEmpty() && survival <= target + SAME) {
            boolean exactly = survival >= target - SAME;
            value = Optional.of(BigDecimal.valueOf(time)
                    .add(BigDecimal.valueOf(exactly ? later : time))
                    .divide(BigDecimal.valueOf(2000)));
        }
        if (low.isEmpty() && mayPass(survival, greenwood, target) && limit(survival, greenwood, 1) <= target) {
            low = Optional.of(time / 1000.0);
        }
        // The upper limit never lies below S itself.
        if (high.isEmpty() && survival <= target + SAME && limit(survival, greenwood, -1) <= target) {
            high = Optional.of(time / 1000.0);
        }
    }

    /** Whether the lower limit can have passed; the same condition without powers, for the many times at which it has not. */
    private static boolean mayPass(double survival, double greenwood, double target) {
        if (survival <= target + SAME) {
            return true;
        }
        double risk = -Math.log(survival);
        return Statistics.Z95 * Math.sqrt(greenwood) / risk >= Math.log(-Math.log(target) / risk) - SAME;
    }

    /** A limit of S: the lower one for side 1, the upper one for -1. */
    private static double limit(double survival, double greenwood, int side) {
        if (survival <= SAME) {
            return 0;
        }
        double error = Math.sqrt(greenwood) / Math.abs(Math.log(survival));
        return Math.pow(survival, Math.exp(side * Statistics.Z95 * error));
    }

    /** In seconds; empty when the quantile is not reached. */
    Optional<BigDecimal> value() {
        return value;
    }

    Optional<Interval> interval() {
        return value.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new Interval(low.get(), high.get()))
                : Optional.empty();
    }
}
