package org.evenkeel.leakcheck.plan;

import java.util.OptionalDouble;

/**
 * How much growth of the heap somebody is willing to accept. Where both limits are given, growth has to pass both.
 *
 * @param bytesPerOperation growth up to this rate is accepted; empty accepts none that can be seen
 * @param relativeGrowth growth of the live heap up to this fraction while the check runs is accepted; 0.2 is 20 %
 * @param excludedBytesPerOperation growth of the heap that has to be excluded before a check counts as steady; empty for
 *     whatever the budget allows
 */
public record GrowthLimits(
        OptionalDouble bytesPerOperation, OptionalDouble relativeGrowth, OptionalDouble excludedBytesPerOperation) {

    /** No growth is accepted. */
    public static final GrowthLimits NONE = new GrowthLimits(OptionalDouble.empty(), OptionalDouble.empty());

    /** Limits of what is accepted. */
    public GrowthLimits(OptionalDouble bytesPerOperation, OptionalDouble relativeGrowth) {
        this(bytesPerOperation, relativeGrowth, OptionalDouble.empty());
    }

    /** The same, with growth that has to be excluded. */
    public GrowthLimits excluding(OptionalDouble rate) {
        return new GrowthLimits(bytesPerOperation, relativeGrowth, rate);
    }

    public GrowthLimits {
        if (bytesPerOperation.isPresent() && !(bytesPerOperation.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("a tolerance of " + bytesPerOperation.getAsDouble() + " B/op");
        }
        if (relativeGrowth.isPresent() && !(relativeGrowth.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("an accepted growth of " + relativeGrowth.getAsDouble());
        }
        if (excludedBytesPerOperation.isPresent() && !(excludedBytesPerOperation.getAsDouble() > 0)) {
            throw new IllegalArgumentException("growth of " + excludedBytesPerOperation.getAsDouble()
                    + " B/op cannot be excluded by any number of samples");
        }
    }
}
