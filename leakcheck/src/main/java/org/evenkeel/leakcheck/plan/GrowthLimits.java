package org.evenkeel.leakcheck.plan;

import java.util.OptionalDouble;

/**
 * How much growth of the heap somebody is willing to accept. Where both limits are given, growth has to pass both.
 *
 * @param bytesPerOperation growth up to this rate is accepted; empty accepts none that can be seen
 * @param relativeGrowth growth of the live heap up to this fraction while the check runs is accepted; 0.2 is 20 %
 */
public record GrowthLimits(OptionalDouble bytesPerOperation, OptionalDouble relativeGrowth) {

    /** No growth is accepted. */
    public static final GrowthLimits NONE = new GrowthLimits(OptionalDouble.empty(), OptionalDouble.empty());

    public GrowthLimits {
        if (bytesPerOperation.isPresent() && !(bytesPerOperation.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("a tolerance of " + bytesPerOperation.getAsDouble() + " B/op");
        }
        if (relativeGrowth.isPresent() && !(relativeGrowth.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("an accepted growth of " + relativeGrowth.getAsDouble());
        }
    }
}
