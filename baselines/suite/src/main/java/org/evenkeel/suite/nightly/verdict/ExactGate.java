package org.evenkeel.suite.nightly.verdict;

import java.util.Optional;
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
    private final Window level = new Window(REFERENCE);
    private final Window recent = new Window(RECENT);

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
        double limit =
                Math.max(tolerance.around(Math.min(Math.abs(center), Math.abs(value))), BEYOND_RECENT * spread());
        recent.add(value);
        if (Math.abs(deviation) <= limit) {
            level.add(value);
            return Optional.empty();
        }
        level.clear();
        level.add(value);
        return deviation > 0 ? Optional.of(new Step(center, value)) : Optional.empty();
    }

    private double spread() {
        return recent.size() == 0 ? 0 : recent.ranked(recent.size() - 1) - recent.ranked(0);
    }
}
