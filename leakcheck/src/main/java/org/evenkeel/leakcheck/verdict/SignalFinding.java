package org.evenkeel.leakcheck.verdict;

import java.util.OptionalDouble;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What one signal does.
 *
 * @param signal which
 * @param finding what, and why
 * @param perOperation its growth per operation over the judged batches, in the signal's unit; empty with too few samples
 * @param model the name of the shape that describes it best; {@code unknown} with too few samples
 */
public record SignalFinding(Signal signal, LeakFinding finding, OptionalDouble perOperation, String model) {}
