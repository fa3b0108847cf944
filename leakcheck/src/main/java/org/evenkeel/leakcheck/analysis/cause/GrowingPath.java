package org.evenkeel.leakcheck.analysis.cause;

import java.util.List;
import java.util.Optional;
import org.evenkeel.leakcheck.samples.heap.Edge;

/**
 * A way from a root to objects that become more and more.
 *
 * @param steps from the root on; the last leads to what there is more and more of
 * @param element the class that names it best: the application's own where there is one among what comes along
 * @param instancesPerOperation how many of it an operation leaves behind; 0 where one object grows in itself
 * @param bytesPerOperation growth per operation of all that is held on this way
 * @param shallowBytes what one of it takes
 * @param retainedBytes what one of it holds, itself included, as far as no shorter way leads there
 * @param shareOfGrowth of all growth of the heap, at most 1
 * @param keptByOwnValue whether it is held by weakly keyed entries whose values hold their keys
 */
public record GrowingPath(
        List<Step> steps,
        String element,
        double instancesPerOperation,
        double bytesPerOperation,
        double shallowBytes,
        double retainedBytes,
        double shareOfGrowth,
        boolean keptByOwnValue) {

    /**
     * A step.
     *
     * @param edge what holds
     * @param type the class of what is held
     */
    public record Step(Edge edge, String type) {}

    public GrowingPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path without a step");
        }
    }

    /** What the path begins with. */
    public Edge root() {
        return steps.get(0).edge();
    }

    /** Whether it leads over a field of the application. */
    public boolean isOfApplication() {
        return steps.stream().anyMatch(step -> step.edge().application());
    }

    /** The field to look at: the last one of the application, or else the first there is. */
    public Optional<Edge> holder() {
        Optional<Edge> last = Optional.empty();
        for (Step step : steps) {
            if (step.edge().isField() && (step.edge().application() || last.isEmpty())) {
                last = Optional.of(step.edge());
            }
        }
        return last;
    }
}
