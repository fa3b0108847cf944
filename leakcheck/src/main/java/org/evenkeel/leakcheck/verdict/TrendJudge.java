package org.evenkeel.leakcheck.verdict;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.analysis.ModelComparison;
import org.evenkeel.leakcheck.analysis.Trend;

/**
 * Judges one trend by size, scale, persistence and patience.
 *
 * @param confidenceLevel of the interval that has to exclude too little growth
 * @param observed how long the series has been watched
 * @param patience how long it has to be
 * @param last whether no more samples will come, so a swinging series is taken as it is
 */
record TrendJudge(double confidenceLevel, Duration observed, Patience patience, boolean last) {

    /** Growth in steps has to show in this many doublings of the operations, one after the other. */
    private static final int OCTAVES = 5;
    /** Their rates differ by the place of the steps within them, but no more than this. */
    private static final double STEPS_KEEP_UP = 0.25;
    /** Growth in bursts of any size counts when it is in each of this many batches, one after the other. */
    private static final int RELENTLESS = 30;
    /** Stretches are alike whose rates differ from their mean by no more than this share. */
    private static final double EVEN = 0.25;
    /** What grows evenly has to have grown by this share only of what the rule asks for. */
    private static final double EVEN_SHARE_OF_LEAST = 1.0 / 8;
    /** The later half must grow at this share of the rate of the earlier half. */
    private static final double GOES_ON = 0.6;
    /** The last quarter must grow at this share of the mean rate. */
    private static final double STILL_GOES_ON = 0.4;
    /** A curve whose end is flatter than this share of its mean slope may be about to level off. */
    private static final double LEVELLING_OFF = 0.7;
    /** One whose end is flatter than this share has levelled off, if it is flat there. */
    private static final double LEVELLED_OFF = 0.1;
    /** Deviations that the extremes of two halves of a swinging series may differ by. */
    private static final double SWING = 1.5;
    /** A swing that could hide at most this many bytes per operation is no reason to go on. */
    private static final double HIDDEN_BYTES_PER_OPERATION = 0.1;
    /** After this time a swinging series is taken as it is. */
    private static final Duration SWING_WATCHED = Duration.ofSeconds(15);

    /** The same with another patience. */
    TrendJudge with(Patience other) {
        return new TrendJudge(confidenceLevel, observed, other, last);
    }

    /** The same for a series that was watched for another time. */
    TrendJudge observing(Duration time) {
        return new TrendJudge(confidenceLevel, time, patience, last);
    }

    /**
     * Judges.
     *
     * @param bytesEach what one unit of the series takes; 1 for a series of bytes, 0 where it takes none
     * @param acceptedPerOperation growth per operation that somebody is willing to accept
     */
    LeakFinding judge(Trend trend, SignalRule rule, double bytesEach, double acceptedPerOperation) {
        Interval rate = trend.blocks().interval(confidenceLevel);
        double least = leastPerBatch(trend, rule) * trend.points();
        if (isFlat(trend, least, bytesEach)) {
            return new LeakFinding(Tendency.STEADY, "no growth over " + count(trend.operations()) + " operations");
        }
        if (hasLevelledOff(trend, rule)) {
            return new LeakFinding(Tendency.STEADY, "grew at first and has levelled off");
        }
        if (acceptedPerOperation > 0 && rate.upper() <= acceptedPerOperation) {
            return new LeakFinding(
                    Tendency.STEADY,
                    "grows by at most " + number(rate.upper()) + " per operation, too little to count");
        }
        Optional<String> growth = growth(trend, rule, rate, least, acceptedPerOperation);
        if (growth.isEmpty()) {
            boolean bigEnough = isBigEnough(trend, rate.lower(), least, acceptedPerOperation);
            return undecided(
                    trend.blocks().recent() < 0
                            ? "rose, and is still falling"
                            : bigEnough ? "its growth is slowing down" : "neither flat nor clearly growing yet");
        }
        double grown = trend.blocks().mean() * trend.operations();
        if (grown < rule.grown().least() && !isEven(trend, grown, rule)) {
            return undecided("has grown by so little that it could be warming up");
        }
        Duration needed = patience.with(grown, rule);
        if (observed.compareTo(needed) < 0) {
            return undecided("could still be something that fills up");
        }
        return new LeakFinding(Tendency.GROWING, growth.get());
    }

    /**
     * Whether little growth is that of the operations all the same: in the end, when each stretch grew as any other did. A program
     * that warms up does so less and less.
     */
    private boolean isEven(Trend trend, double grown, SignalRule rule) {
        return last
                && grown >= EVEN_SHARE_OF_LEAST * rule.grown().least()
                && trend.blocks().isEven(EVEN);
    }

    /** In which way it grows without stopping; empty when in none. */
    private static Optional<String> growth(
            Trend trend, SignalRule rule, Interval rate, double least, double acceptedPerOperation) {
        if (isBigEnough(trend, rate.lower(), least, acceptedPerOperation) && goesOn(trend)) {
            return Optional.of("grew at the same rate in " + trend.blocks().growing() + " of "
                    + trend.blocks().rates().size() + " stretches of " + count(trend.operations()) + " operations");
        }
        if (!isBigEnough(trend, trend.blocks().mean(), least, acceptedPerOperation)) {
            return Optional.empty();
        }
        if (trend.octaves().keptUp(OCTAVES, STEPS_KEEP_UP)) {
            return Optional.of("grew in steps, in each of the last " + OCTAVES + " doublings of the operations");
        }
        if (rule.machineryLeavesItAlone() && trend.steps().upOnly(RELENTLESS)) {
            return Optional.of(
                    "grew in bursts, and in each of the last " + trend.steps().all() + " batches");
        }
        return Optional.empty();
    }

    private static boolean isBigEnough(Trend trend, double rate, double least, double acceptedPerOperation) {
        return rate * trend.operations() > least && rate > acceptedPerOperation;
    }

    /**
     * Growth per batch up to which nobody is accused. Where the machinery of measuring could be what grows, it is a
     * kibibyte or so, unless the growth follows the number of operations and not of batches: that the machinery cannot.
     */
    private static double leastPerBatch(Trend trend, SignalRule rule) {
        double rate = trend.blocks().mean();
        boolean followsOperations = rate > 0
                && trend.rates().perOperationLeastSquares().lower() > rate / 2
                && Math.abs(trend.rates().perOperation() - rate) < rate / 4;
        return followsOperations ? rule.least().ofOperations() : rule.least().ofAnything();
    }

    private boolean isFlat(Trend trend, double least, double bytesEach) {
        double swing = SWING * trend.envelope().sigma();
        if (trend.envelope().rise() <= least / 2) {
            return true;
        }
        boolean swingIsHarmless = last
                || observed.compareTo(SWING_WATCHED) >= 0
                || swing <= least
                || swing * bytesEach <= HIDDEN_BYTES_PER_OPERATION * trend.operations() / 2;
        return swingIsHarmless && trend.envelope().rise() <= least / 2 + swing;
    }

    /** Whether it was bent or stepped, and has been flat for one doubling of the operations at least. */
    private boolean hasLevelledOff(Trend trend, SignalRule rule) {
        GrowthModel winner = trend.models().winner();
        boolean bent = winner == GrowthModel.SATURATING && trend.models().endSlopeShare() < LEVELLED_OFF;
        boolean stepped = winner == GrowthModel.STEP && last;
        return (bent || stepped)
                && trend.models().decisively(winner, GrowthModel.LINEAR)
                && trend.lateEnvelope().rise() <= rule.least().ofAnything() * trend.latePoints() / 2;
    }

    private static boolean goesOn(Trend trend) {
        ModelComparison models = trend.models();
        boolean levelsOff =
                models.decisively(GrowthModel.SATURATING, GrowthModel.LINEAR) && models.endSlopeShare() < LEVELLING_OFF;
        boolean fallsBack =
                models.winner() == GrowthModel.SAWTOOTH && models.decisively(GrowthModel.SAWTOOTH, GrowthModel.LINEAR);
        return !levelsOff
                && !fallsBack
                && trend.blocks().laterHalf() >= GOES_ON * trend.blocks().earlierHalf()
                && trend.blocks().recent() >= STILL_GOES_ON * trend.blocks().mean();
    }

    private static LeakFinding undecided(String reason) {
        return new LeakFinding(Tendency.UNDECIDED, reason);
    }

    private static String count(double operations) {
        return String.format(Locale.ROOT, "%,.0f", operations);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
