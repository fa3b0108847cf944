package org.evenkeel.leakcheck.verdict;

import java.time.Duration;

/**
 * How long growth has to go on before it counts as growth that does not stop. A cache that fills evenly cannot be told from
 * a leak while it fills; only time tells. Bounds of caches and pools span orders of magnitude, so what has grown from little
 * to much while being watched has had its chance to stop, while a few kilobytes are watched for long.
 *
 * @param longest for growth that is little yet
 * @param least for growth of any size
 * @param enough multiple of what counts as much that ends even the least; infinite where size tells nothing
 * @param rest how long the workload is left alone before it is accused of anything
 * @param reason why it is watched for that long; empty where there is no special reason
 */
public record Patience(Duration longest, Duration least, double enough, Duration rest, String reason) {

    /** For what grows beside something that is known to leak. */
    static final Patience NONE = plain(Duration.ZERO);

    private static final Duration DEFAULT = Duration.ofSeconds(20);
    private static final double LEAST_SHARE = 0.1;
    private static final double SHARE_OF_BUDGET = 0.4;

    /** Longer than entries of most caches live. */
    private static final Duration REST = Duration.ofSeconds(32);
    /** The same where the budget is long. */
    private static final double REST_SHARE = 0.5;
    /** No budget would do: what may be emptied and had no rest is not accused. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Enough to use up the keys of most tables by longer and longer batches, also beside other load. */
    private static final Duration WITH_KEYS = Duration.ofSeconds(25);

    private static final double WITH_KEYS_SHARE = 0.5;
    /** Tables that repeat their keys are hardly larger than this multiple of what counts as much. */
    private static final double MORE_THAN_KEYS = 4;

    /** By time and amount only. */
    static Patience plain(Duration longest) {
        return new Patience(longest, Duration.ZERO, 0, Duration.ZERO, "");
    }

    /** The patience that a budget allows. */
    public static Patience within(Duration budget) {
        Duration share = share(budget, SHARE_OF_BUDGET);
        return plain(share.compareTo(DEFAULT) < 0 ? share : DEFAULT);
    }

    /**
     * With growth that is held by something that code can take out of: it is given a rest first.
     *
     * @param code what takes out of what
     */
    public static Patience withWayOut(Duration budget, String code) {
        Duration share = share(budget, REST_SHARE);
        return new Patience(
                within(budget).longest(),
                FOR_EVER,
                Double.POSITIVE_INFINITY,
                share.compareTo(REST) > 0 ? share : REST,
                code);
    }

    /** With growth that is held by something that nobody takes out of, but which stops growing when its keys or slots repeat. */
    public static Patience withKeys(Duration budget, String holder) {
        Duration share = share(budget, WITH_KEYS_SHARE);
        Duration time = share.compareTo(WITH_KEYS) < 0 ? share : WITH_KEYS;
        return new Patience(within(budget).longest(), time, MORE_THAN_KEYS, Duration.ZERO, holder);
    }

    /** Once the rest took nothing away; as before where it was cut short. */
    public Patience after(Duration rested, Duration budget) {
        return rested.compareTo(rest.minusSeconds(1)) >= 0
                ? new Patience(longest, share(budget, WITH_KEYS_SHARE), MORE_THAN_KEYS, Duration.ZERO, reason)
                : this;
    }

    /** What is known of the heap's holder says nothing about threads, descriptors and the like. */
    Patience withOtherThings(Duration budget) {
        return reason.isEmpty() ? this : within(budget);
    }

    /** Whether no time at all would do without a rest. */
    boolean needsRest() {
        return !rest.isZero();
    }

    private static Duration share(Duration budget, double share) {
        return Duration.ofNanos((long) (budget.toNanos() * share));
    }

    /** How long something has to be watched that has grown by this much. */
    public Duration with(double grown, SignalRule rule) {
        if (grown <= 0) {
            return longest;
        }
        double way = Math.log(grown / rule.littleGrown()) / Math.log(rule.muchGrown() / rule.littleGrown());
        double share = Math.min(1, Math.max(LEAST_SHARE, 1 - way));
        Duration time = Duration.ofNanos((long) (longest.toNanos() * share));
        boolean waits = time.compareTo(least) < 0 && grown < enough * rule.muchGrown();
        return waits ? least : time;
    }
}
