package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.analysis.changepoint.Robust;
import org.evenkeel.compare.verdict.Options.ExactTolerance;

/**
 * Follows an exact metric night by night. Bytes per operation are nearly free of noise, so a single night beyond the tolerance is an
 * alarm, zeros included, and nothing below it is, however large a share of next to nothing it may be. Where nights have differed by more
 * than the tolerance by themselves, as caches that never fill make them, one has to lie beyond that too.
 */
final class ExactGate {

    private static final int REFERENCE = 40;

    /** Nights whose spread says what nights differ by; so long after a step, one as large as it is not told from it. */
    private static final int RECENT = 10;

    private static final double BEYOND_RECENT = 1.25;

    private final ExactTolerance tolerance;
    private final List<Double> level = new ArrayList<>();
    private final Deque<Double> recent = new ArrayDeque<>();

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
        double center = level.isEmpty()
                ? value
                : Robust.median(level.subList(Math.max(0, level.size() - REFERENCE), level.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        double deviation = value - center;
        double limit =
                Math.max(tolerance.around(Math.min(Math.abs(center), Math.abs(value))), BEYOND_RECENT * spread());
        recent.addLast(value);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        if (Math.abs(deviation) <= limit) {
            level.add(value);
            return Optional.empty();
        }
        level.clear();
        level.add(value);
        return deviation > 0 ? Optional.of(new Step(center, value)) : Optional.empty();
    }

    private double spread() {
        return recent.isEmpty() ? 0 : Collections.max(recent) - Collections.min(recent);
    }
}
