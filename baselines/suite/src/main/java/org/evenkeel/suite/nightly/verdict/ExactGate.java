package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.verdict.Options.ExactTolerance;

/**
 * Follows an exact metric night by night. Bytes per operation are nearly free of noise, so a single night beyond the tolerance is an
 * alarm, zeros included, and nothing below it is, however large a share of next to nothing it may be. Where nights have gone to and fro by
 * more than the tolerance, as caches that never fill make them, one has to lie beyond that too, or ten in a row beyond the tolerance. Less
 * for three nights is a new level: what comes back after that is said again.
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

    private final ExactTolerance tolerance;
    private final Window level = new Window(REFERENCE);
    private final Window recent = new Window(RECENT);

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
     */
    record Step(double from, double to) {}

    /** Takes one more night in; the value is turned so that more is worse. */
    Optional<Step> next(double value) {
        double center = level.size() == 0 ? value : level.median();
        double deviation = value - center;
        double least = tolerance.around(Math.min(Math.abs(center), Math.abs(value)));
        double toAndFro = BEYOND_RECENT * toAndFro();
        recent.add(value);
        if (Math.abs(deviation) <= least) {
            takeIn();
            level.add(value);
            return Optional.empty();
        }
        boolean isMore = deviation > 0;
        if (!aside.isEmpty() && isMore != aside.get(0) > center) {
            takeIn();
        }
        boolean isFar = Math.abs(deviation) > toAndFro;
        beganFar = aside.isEmpty() ? isFar : beganFar;
        aside.add(value);
        if (isMore && isFar) {
            begin(List.of(value));
            return Optional.of(new Step(center, value));
        }
        if (aside.size() < LASTING && (isMore || !beganFar || aside.size() < LEAST_LEVEL)) {
            return Optional.empty();
        }
        begin(List.copyOf(aside));
        return isMore ? Optional.of(new Step(center, level.median())) : Optional.empty();
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
