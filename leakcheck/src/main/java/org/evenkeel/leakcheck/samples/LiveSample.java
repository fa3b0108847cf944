package org.evenkeel.leakcheck.samples;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was read at one moment of a JVM that serves somebody else.
 *
 * @param elapsedNanos time since the watch began
 * @param operations a count of operations that the service keeps, where it has one
 * @param signals the readings there are; the heap is not among them, since between collections it tells nothing
 */
public record LiveSample(long elapsedNanos, OptionalLong operations, Map<Signal, Long> signals) {

    public LiveSample {
        EnumMap<Signal, Long> copy = new EnumMap<>(Signal.class);
        copy.putAll(signals);
        signals = Collections.unmodifiableMap(copy);
    }
}
