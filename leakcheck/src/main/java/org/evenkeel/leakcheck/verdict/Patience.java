package org.evenkeel.leakcheck.verdict;

import java.time.Duration;

/**
 * How long growth has to go on before it counts as growth that does not stop. A cache that fills evenly cannot be told from
 * a leak while it fills; only time tells. Bounds of caches and pools span orders of magnitude, so what has grown from little
 * to much while being watched has had its chance to stop, while a few kilobytes are watched for long.
 *
 * @param longest for growth that is little yet
 */
public record Patience(Duration longest) {

    /** For what grows beside something that is known to leak. */
    static final Patience NONE = new Patience(Duration.ZERO);

    private static final Duration DEFAULT = Duration.ofSeconds(20);
    private static final double LEAST_SHARE = 0.1;
    private static final double SHARE_OF_BUDGET = 0.4;

    /** The patience that a budget allows. */
    public static Patience within(Duration budget) {
        Duration share = Duration.ofNanos((long) (budget.toNanos() * SHARE_OF_BUDGET));
        return new Patience(share.compareTo(DEFAULT) < 0 ? share : DEFAULT);
    }

    /** How long something has to be watched that has grown by this much. */
    public Duration with(double grown, SignalRule rule) {
        if (grown <= 0) {
            return longest;
        }
        double way = Math.log(grown / rule.grown().little())
                / Math.log(rule.grown().much() / rule.grown().little());
        double share = Math.min(1, Math.max(LEAST_SHARE, 1 - way));
        return Duration.ofNanos((long) (longest.toNanos() * share));
    }
}
