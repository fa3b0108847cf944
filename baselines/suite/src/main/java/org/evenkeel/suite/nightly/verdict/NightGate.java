package org.evenkeel.suite.nightly.verdict;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.changepoint.Shift;
import org.evenkeel.kernel.Statistics;

/**
 * Follows one benchmark night by night and says when it got worse.
 *
 * <p>Two nights in a row above the limit are a step; afterwards they are the new level, so one step is one alarm. Two
 * below it are a new level as well. A single night beyond the limit is an outlier, and becomes part of what the benchmark
 * is known to do. A drift stays below any such limit, so the last fortnight is compared with the weeks that ended four
 * weeks ago.
 */
final class NightGate {

    /** Nights that a limit is taken from. */
    static final int REFERENCE = 40;

    /** Fewest nights to take a limit from: with fewer, the second largest is nothing special. */
    static final int LEAST_NIGHTS = 10;

    /** Fewest nights that make a new level. */
    private static final int LEAST_LEVEL = 3;

    /** A benchmark in which a slowdown of 16 % (0.15 on the log scale) would not show says nothing either way. */
    private static final double TOO_NOISY = 0.15;

    /** Of the first two nights, and until there are enough for a limit, on the log scale: half as slow again, and three tenths. */
    private static final double FIRST_NIGHTS = Math.log(1.5);

    private static final double YOUNG = Math.log(1.3);
    private static final double YOUNG_BEYOND = 4;

    /** What a limit that is wide must be passed by besides, before two nights are believed. */
    private static final double BEYOND_WIDE_NOISE = 0.1;

    /** A single night half as slow again, and at twice its limit where that is no guess, is seldom nothing. */
    private static final double FAR = Math.log(1.5);

    private static final double FAR_BEYOND = 2;

    private static final int LASTING = 6;
    private static final double LASTING_LEAST_SIZE = 0.3;
    private static final double SLOW_SHARE = 0.75;

    private static final int DRIFT_LEAST_REFERENCE = 20;
    private static final double DRIFT_LEAST_SIZE = 0.02;

    /** Nights are not independent and there is a test every night, so this is far out in the normal distribution. */
    private static final double DRIFT_LEAST_Z = 4.5;

    private final Sensitivity sensitivity;
    private final Window residuals = new Window(REFERENCE);
    private final Level level = new Level();
    private Optional<Suspect> suspect = Optional.empty();
    private OptionalDouble limit = OptionalDouble.empty();

    NightGate(Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
    }

    /**
     * What a night showed.
     *
     * @param kind of what went wrong
     * @param isFromNightBefore whether it began one night earlier
     * @param size on the log scale
     */
    record Finding(Alarm.Kind kind, boolean isFromNightBefore, double size) {}

    private record Suspect(double value, double deviation, boolean isFar) {}

    /** Takes one more night in. */
    Optional<Finding> next(double value) {
        double center = level.isEmpty() ? value : level.reference().median();
        double deviation = value - center;
        boolean isYoung = residuals.size() < LEAST_NIGHTS;
        if (level.isEmpty() || (!isYoung && level.size() < LEAST_LEVEL)) {
            accept(value, deviation);
            return Optional.empty();
        }
        double above = isYoung ? limitOfTheYoung() : sensitivity.above(residuals);
        double below = isYoung ? above : sensitivity.below(residuals);
        if (!isYoung) {
            limit = OptionalDouble.of(above);
        }
        boolean isAbove = deviation > above;
        boolean isBelow = deviation < -below;
        Optional<Suspect> before = suspect;
        if (before.isPresent()
                && (isAbove || isBelow)
                && isAbove == before.get().deviation() > 0) {
            double size = (before.get().deviation() + deviation) / 2;
            boolean isBelieved = isYoung || above <= TOO_NOISY || size > above + BEYOND_WIDE_NOISE;
            if (isBelow || isBelieved) {
                begin(before.get().value(), value);
                return isAbove ? Optional.of(new Finding(Alarm.Kind.STEP, true, size)) : Optional.empty();
            }
            // No level is new that nobody was told of.
            accept(before.get().value(), before.get().deviation());
            accept(value, deviation);
            suspect = Optional.empty();
            return lastingly();
        }
        before.ifPresent(outlier -> accept(outlier.value(), outlier.deviation()));
        if (isAbove || isBelow) {
            boolean isFar = deviation > FAR && (isYoung || deviation > FAR_BEYOND * above);
            suspect = Optional.of(new Suspect(value, deviation, isFar));
            return Optional.empty();
        }
        suspect = Optional.empty();
        accept(value, deviation);
        if (isYoung) {
            return Optional.empty();
        }
        return above > TOO_NOISY ? lastingly() : drift(above);
    }

    /** With what is known by then: far more than the nights so far differ by, and than benchmarks do that nothing is known of. */
    private double limitOfTheYoung() {
        double[] known = IntStream.range(0, residuals.size())
                .mapToDouble(night -> Math.abs(residuals.get(night)))
                .sorted()
                .toArray();
        // One of them may be an outlier, and would hide a slowdown for as long as the benchmark is young.
        double most = known.length < 2 ? 0 : known[known.length - 2];
        return Math.max(level.size() < LEAST_LEVEL ? FIRST_NIGHTS : YOUNG, YOUNG_BEYOND * most);
    }

    /** Beyond the noise of a series that is too wide for two nights to tell: all of several nights among the slowest, and by much in the middle. */
    private Optional<Finding> lastingly() {
        if (level.size() < LASTING + LEAST_NIGHTS) {
            return Optional.empty();
        }
        double[] recent = level.last(LASTING);
        double[] before = level.before(LASTING, REFERENCE);
        Arrays.sort(before);
        double size = Statistics.median(recent) - Statistics.medianOfSorted(before, before.length);
        double slow = before[(int) (SLOW_SHARE * (before.length - 1))];
        if (size < LASTING_LEAST_SIZE || Arrays.stream(recent).anyMatch(night -> night <= slow)) {
            return Optional.empty();
        }
        begin(recent);
        return Optional.of(new Finding(Alarm.Kind.STEP, false, size));
    }

    /** How far the last night alone was above the level, if above the limit: measured again at once, it need not wait for another night. */
    OptionalDouble suspicion() {
        return isSuspect() ? OptionalDouble.of(suspect.orElseThrow().deviation()) : OptionalDouble.empty();
    }

    /** Whether it was so far above that it is seldom nothing. */
    boolean isFarBeyond() {
        return suspect.filter(Suspect::isFar).isPresent();
    }

    private boolean isSuspect() {
        return suspect.filter(night -> night.deviation() > 0).isPresent();
    }

    /** Whether too few nights are known to have a limit. */
    boolean isYoung() {
        return limit.isEmpty();
    }

    /** Why nothing can be said of the benchmark, if so. */
    Optional<String> reasonToSetAside() {
        if (limit.isEmpty()) {
            return Optional.of(
                    "too few nights to know its noise: " + (residuals.size() + 1) + " of " + SetAside.NIGHTS_NEEDED);
        }
        double percent = 100 * Math.expm1(limit.getAsDouble());
        return limit.getAsDouble() > TOO_NOISY
                ? Optional.of(String.format(
                        java.util.Locale.ROOT,
                        "too noisy: a slowdown of less than %.0f %% is not to be told from what it does by itself",
                        percent))
                : Optional.empty();
    }

    private Optional<Finding> drift(double above) {
        if (level.size() - Level.DRIFT_GAP < DRIFT_LEAST_REFERENCE || Math.abs(level.driftZ()) < DRIFT_LEAST_Z) {
            return Optional.empty();
        }
        double[] recent = level.last(Level.DRIFT_RECENT);
        Shift shift = Shift.between(level.before(Level.DRIFT_GAP, Level.DRIFT_REFERENCE), recent);
        if (Math.abs(shift.estimate()) < DRIFT_LEAST_SIZE) {
            return Optional.empty();
        }
        level.beginWith(recent);
        return shift.z() > 0 && above <= TOO_NOISY
                ? Optional.of(new Finding(Alarm.Kind.DRIFT, false, shift.estimate()))
                : Optional.empty();
    }

    private void begin(double... values) {
        level.beginWith();
        suspect = Optional.empty();
        double center = Statistics.median(values);
        for (double value : values) {
            accept(value, value - center);
        }
    }

    private void accept(double value, double deviation) {
        boolean isFirst = level.isEmpty() && deviation == 0;
        level.add(value);
        if (!isFirst) {
            residuals.add(deviation);
        }
    }
}
