package org.evenkeel.compare.analysis;

import java.util.OptionalDouble;

/**
 * What is known of how something was measured that says how far sessions of unchanged code will differ.
 *
 * @param seconds for which each fork was measured; empty where that is not known
 * @param shapeVariance how unsure a session's number is by the shape of the distribution of its calls, as a variance of its logarithm
 */
public record Conditions(OptionalDouble seconds, double shapeVariance) {

    /** For how long a fork of single shots counts as measured, however long they took: each is a cold start, as unsure as anything short. */
    public static final double SECONDS_OF_SINGLE_SHOTS = 0.1;
}
