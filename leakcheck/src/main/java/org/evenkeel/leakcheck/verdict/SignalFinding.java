package org.evenkeel.leakcheck.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What one signal does.
 *
 * @param signal which
 * @param finding what, and why
 * @param perOperation its growth per operation over the judged batches, in the signal's unit; empty with too few samples
 * @param model the shape that describes it best; empty with too few samples
 */
public record SignalFinding(
        Signal signal, LeakFinding finding, OptionalDouble perOperation, Optional<GrowthModel> model) {

    /** The model's name in results. */
    public String modelName() {
        return model.map(GrowthModel::inResults).orElse("unknown");
    }
}
