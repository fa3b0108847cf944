package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.verdict.Options.ExactTolerance;

/**
 * Follows an exact metric night by night. Bytes per operation are nearly free of noise, so a single night beyond the tolerance is an
 * alarm, zeros included, and nothing below it is, however large a share of next to nothing it may be. Where forks differ by more than the
 * tolerance, or nights have gone to and fro by more, as caches that never fill make them, it takes two nights in a row that lie beyond that
 * too, or ten in a row beyond the tolerance. In the first five nights it takes 5 %. Less for three nights is a new level: what comes back after that is said again.
 */
final class ExactGate {

    private static final int REFERENCE = 40;

    /** Nights that say how far values go to and fro. */
    private static final int RECENT = 20;

    /** How far is itself uncertain: noise goes further than it did in those nights. */
    private static final double BEYOND_RECENT = 1.5;

    /** So many nights in a row on one side of the level are no going to and fro. */
    private static final int LASTING = 10;

    /** So few nights of less may be a night that was measured wrongly. */
    private static final int LEAST_LEVEL = 3;

    /** A single night of half as much again, and twice what the benchmark does by itself, is seldom nothing. */
    private static final double FAR = 0.5;

    private static final double FAR_BEYOND = 2;

    /** So few nights do not say by how much nights differ whose forks agree: */
    private static final int YOUNG = 5;

    /** nearly always by less than this share of the level. */
    private static final double NIGHTS_MAY_DIFFER_BY = 0.05;

    private final ExactTolerance tolerance;
    private final Window level = new Window(REFERENCE);
    private final Window recent = new Window(RECENT);
    private final Window ranges = new Window(RECENT);
    private Optional<Suspect> suspect = Optional.empty();

    /** The last nights, all on one side of the level and beyond the tolerance. */
    private final List<Double> aside = new ArrayList<>();

    /** Whether the first of them was further away than values went to and fro before. */
    private boolean beganFar;

    ExactGate(ExactTolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * An amount that became worse.
     *
     * @param from the level before
     * @param to this night's
     * @param isFromNightBefore whether it began one night earlier
     */
    record Step(double from, double to, boolean isFromNightBefore) {}

    /** Takes one more night in, all of whose forks gave the same. */
    Optional<Step> next(double value) {
        return next(value, 0);
    }

    /**
     * Takes one more night in.
     *
     * @param value turned so that more is worse
     * @param range how far its forks lie apart, at least 0
     */
    Optional<Step> next(double value, double range) {
        double center = level.size() == 0 ? value : level.median();
        double deviation = value - center;
        double least = tolerance.around(Math.min(Math.abs(center), Math.abs(value)));
        boolean isBeyond = Math.abs(deviation) > least;
        double byItself = isBeyond ? Math.max(BEYOND_RECENT * toAndFro(), widestRange()) : 0;
        recent.add(value);
        ranges.add(range);
        Optional<Suspect> before = suspect;
        suspect = Optional.empty();
        if (!isBeyond) {
            takeIn();
            level.add(value);
            return Optional.empty();
        }
        boolean isMore = deviation > 0;
        if (!aside.isEmpty() && isMore != aside.get(0) > center) {
            takeIn();
        }
        double unknown = recent.size() <= YOUNG ? NIGHTS_MAY_DIFFER_BY * Math.abs(center) : 0;
        boolean isFar = Math.abs(deviation) > Math.max(byItself, unknown);
        beganFar = aside.isEmpty() ? isFar : beganFar;
        aside.add(value);
        if (isMore && isFar) {
            boolean isSettled = Math.max(byItself, range) <= least;
            if (isSettled || before.isPresent()) {
                begin(List.of(value));
                return Optional.of(new Step(center, value, before.isPresent()));
            }
            suspect = Optional.of(new Suspect(center, deviation, byItself));
            return Optional.empty();
        }
        if (aside.size() < LASTING && (isMore || !beganFar || aside.size() < LEAST_LEVEL)) {
            return Optional.empty();
        }
        begin(List.copyOf(aside));
        return isMore ? Optional.of(new Step(center, level.median(), false)) : Optional.empty();
    }

    private record Suspect(double center, double deviation, double byItself) {}

    /** How much more the last night alone had, as a share of the level, where one night does not tell; infinite where that was nothing. */
    OptionalDouble suspicion() {
        return suspect.isPresent()
                ? OptionalDouble.of(
                        suspect.get().deviation() / Math.abs(suspect.get().center()))
                : OptionalDouble.empty();
    }

    /** Whether it had so much more that it is seldom nothing. */
    boolean isFarBeyond() {
        return suspect.filter(night -> night.deviation() > FAR * Math.abs(night.center())
                        && night.deviation() > FAR_BEYOND * night.byItself())
                .isPresent();
    }

    private double widestRange() {
        return ranges.size() == 0 ? 0 : ranges.ranked(ranges.size() - 1);
    }

    private void begin(List<Double> values) {
        level.clear();
        values.forEach(level::add);
        aside.clear();
    }

    /** What came back to the level is how far it goes by itself. */
    private void takeIn() {
        aside.forEach(level::add);
        aside.clear();
    }

    /** The largest way that recent values went and came back; a step that stays is none. */
    private double toAndFro() {
        int last = recent.size() - 1;
        double largest = 0;
        for (int turn = 1; turn < last; turn++) {
            double peak = recent.get(turn);
            double lowestBefore = peak;
            double highestBefore = peak;
            for (int i = 0; i < turn; i++) {
                lowestBefore = Math.min(lowestBefore, recent.get(i));
                highestBefore = Math.max(highestBefore, recent.get(i));
            }
            double lowestAfter = peak;
            double highestAfter = peak;
            for (int i = turn + 1; i <= last; i++) {
                lowestAfter = Math.min(lowestAfter, recent.get(i));
                highestAfter = Math.max(highestAfter, recent.get(i));
            }
            largest = Math.max(
                    largest,
                    Math.max(
                            Math.min(peak - lowestBefore, peak - lowestAfter),
                            Math.min(highestBefore - peak, highestAfter - peak)));
        }
        return largest;
    }
}
