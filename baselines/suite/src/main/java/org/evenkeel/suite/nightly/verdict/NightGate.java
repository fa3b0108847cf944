package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.analysis.changepoint.Robust;
import org.evenkeel.compare.analysis.changepoint.Shift;

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
    private static final int REFERENCE = 40;

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

    private static final int LASTING = 6;
    private static final double LASTING_LEAST_SIZE = 0.3;
    private static final double SLOW_SHARE = 0.75;

    private static final int DRIFT_RECENT = 14;
    private static final int DRIFT_GAP = 28;
    private static final int DRIFT_REFERENCE = 60;
    private static final int DRIFT_LEAST_REFERENCE = 20;
    private static final double DRIFT_LEAST_SIZE = 0.02;

    /** Nights are not independent and there is a test every night, so this is far out in the normal distribution. */
    private static final double DRIFT_LEAST_Z = 4.5;

    private final Sensitivity sensitivity;
    private final Deque<Double> residuals = new ArrayDeque<>();
    private final List<Double> level = new ArrayList<>();
    private Optional<Suspect> suspect = Optional.empty();
    private Optional<Double> limit = Optional.empty();

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

    private record Suspect(double value, double deviation) {}

    /** Takes one more night in. */
    Optional<Finding> next(double value) {
        double center = level.isEmpty() ? value : Robust.median(last(level, REFERENCE));
        double deviation = value - center;
        boolean isYoung = residuals.size() < LEAST_NIGHTS;
        if (level.isEmpty() || (!isYoung && level.size() < LEAST_LEVEL)) {
            accept(value, deviation);
            return Optional.empty();
        }
        List<Double> known = List.copyOf(residuals);
        double above = isYoung ? limitOfTheYoung(known) : sensitivity.limit(known);
        double below = isYoung
                ? above
                : sensitivity.limit(known.stream().map(residual -> -residual).toList());
        if (!isYoung) {
            limit = Optional.of(above);
        }
        boolean isAbove = deviation > above;
        boolean isBelow = deviation < -below;
        Optional<Suspect> before = suspect;
        if (before.isPresent()
                && (isAbove || isBelow)
                && isAbove == before.get().deviation() > 0) {
            begin(List.of(before.get().value(), value));
            double size = (before.get().deviation() + deviation) / 2;
            return isAbove && (isYoung || above <= TOO_NOISY || size > above + BEYOND_WIDE_NOISE)
                    ? Optional.of(new Finding(Alarm.Kind.STEP, true, size))
                    : Optional.empty();
        }
        before.ifPresent(outlier -> accept(outlier.value(), outlier.deviation()));
        if (isAbove || isBelow) {
            suspect = Optional.of(new Suspect(value, deviation));
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
    private double limitOfTheYoung(List<Double> known) {
        double most = known.stream().mapToDouble(Math::abs).max().orElse(0);
        return Math.max(level.size() < LEAST_LEVEL ? FIRST_NIGHTS : YOUNG, YOUNG_BEYOND * most);
    }

    /** Beyond the noise of a series that is too wide for two nights to tell: all of several nights among the slowest, and by much in the middle. */
    private Optional<Finding> lastingly() {
        if (level.size() < LASTING + LEAST_NIGHTS) {
            return Optional.empty();
        }
        List<Double> recent = List.copyOf(level.subList(level.size() - LASTING, level.size()));
        double[] before = last(level.subList(0, level.size() - LASTING), REFERENCE);
        double center = Robust.median(before);
        double size = Robust.median(last(recent, LASTING)) - center;
        double[] sorted = before.clone();
        java.util.Arrays.sort(sorted);
        double slow = sorted[(int) (SLOW_SHARE * (sorted.length - 1))];
        if (size < LASTING_LEAST_SIZE || recent.stream().anyMatch(night -> night <= slow)) {
            return Optional.empty();
        }
        begin(recent);
        return Optional.of(new Finding(Alarm.Kind.STEP, false, size));
    }

    /** Whether the last night was above the limit: measured again at once, it need not wait for another night. */
    boolean isSuspect() {
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
        double percent = 100 * Math.expm1(limit.get());
        return limit.get() > TOO_NOISY
                ? Optional.of(String.format(
                        java.util.Locale.ROOT,
                        "too noisy: a slowdown of less than %.0f %% is not to be told from what it does by itself",
                        percent))
                : Optional.empty();
    }

    private Optional<Finding> drift(double above) {
        int reference = level.size() - DRIFT_GAP;
        if (reference < DRIFT_LEAST_REFERENCE) {
            return Optional.empty();
        }
        double[] before = last(level.subList(0, reference), DRIFT_REFERENCE);
        double[] now = last(level, DRIFT_RECENT);
        if (Math.abs(Shift.z(before, now)) < DRIFT_LEAST_Z) {
            return Optional.empty();
        }
        Shift shift = Shift.between(before, now);
        if (Math.abs(shift.estimate()) < DRIFT_LEAST_SIZE) {
            return Optional.empty();
        }
        List<Double> recent = List.copyOf(level.subList(level.size() - DRIFT_RECENT, level.size()));
        level.clear();
        level.addAll(recent);
        return shift.z() > 0 && above <= TOO_NOISY
                ? Optional.of(new Finding(Alarm.Kind.DRIFT, false, shift.estimate()))
                : Optional.empty();
    }

    private void begin(List<Double> values) {
        level.clear();
        suspect = Optional.empty();
        double center = Robust.median(last(values, values.size()));
        values.forEach(value -> accept(value, value - center));
    }

    private void accept(double value, double deviation) {
        boolean isFirst = level.isEmpty() && deviation == 0;
        level.add(value);
        if (!isFirst) {
            residuals.addLast(deviation);
        }
        if (residuals.size() > REFERENCE) {
            residuals.removeFirst();
        }
    }

    private static double[] last(Collection<Double> values, int count) {
        return values.stream()
                .skip(Math.max(0, values.size() - count))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
