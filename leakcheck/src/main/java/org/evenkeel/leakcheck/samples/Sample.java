package org.evenkeel.leakcheck.samples;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was seen after one batch, once the workload was quiet and the heap collected.
 *
 * @param batch number of the batch, from 0
 * @param operations operations in this batch, at least 1
 * @param totalOperations operations since the JVM started, this batch included
 * @param batchNanos how long the batch took, the sample not included
 * @param elapsedNanos time since the check started, at the end of the sample
 * @param signals the readings there are; a signal that this JVM or system cannot give is absent
 * @param histogram the heap by class
 */
public record Sample(
        int batch,
        long operations,
        long totalOperations,
        long batchNanos,
        long elapsedNanos,
        Map<Signal, Long> signals,
        HeapHistogram histogram) {

    public Sample {
        if (operations < 1 || totalOperations < operations) {
            throw new IllegalArgumentException(
                    "batch " + batch + " of " + operations + " operations cannot end at operation " + totalOperations);
        }
        EnumMap<Signal, Long> copy = new EnumMap<>(Signal.class);
        copy.putAll(signals);
        signals = Collections.unmodifiableMap(copy);
    }

    /** The reading of one signal, if there is one. */
    public OptionalLong reading(Signal signal) {
        Long value = signals.get(signal);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The same with one more reading, or another one. */
    public Sample with(Signal signal, long reading) {
        Map<Signal, Long> more = new EnumMap<>(Signal.class);
        more.putAll(signals);
        more.put(signal, reading);
        return new Sample(batch, operations, totalOperations, batchNanos, elapsedNanos, more, histogram);
    }

    /** The same with no signals but these; without the heap, its classes are left out as well. */
    Sample only(Set<Signal> chosen) {
        Map<Signal, Long> left = new EnumMap<>(Signal.class);
        left.putAll(signals);
        left.keySet().retainAll(chosen);
        return new Sample(
                batch,
                operations,
                totalOperations,
                batchNanos,
                elapsedNanos,
                left,
                chosen.contains(Signal.HEAP) ? histogram : HeapHistogram.NONE);
    }
}
