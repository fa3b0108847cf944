package org.evenkeel.leakcheck.samples;

import java.util.List;
import java.util.Set;
import org.evenkeel.leakcheck.plan.HeapSource;

/**
 * Everything that a check saw.
 *
 * @param jvm the checked JVM
 * @param source where the heap signal came from
 * @param samples one per batch, in time order
 * @param notes what a reader of the result should know about how it was made, one sentence each
 */
public record Recording(CheckedJvmFacts jvm, HeapSource source, List<Sample> samples, List<String> notes) {

    public Recording {
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
    }

    /** One signal's readings; empty when the signal is missing from any sample. */
    public List<Series> series(Signal signal) {
        boolean everywhere = !samples.isEmpty()
                && samples.stream().allMatch(sample -> sample.signals().containsKey(signal));
        return everywhere
                ? List.of(Series.from(samples, sample -> sample.reading(signal).orElseThrow()))
                : List.of();
    }

    /** The same with no signals but these; without the heap, its classes are left out as well. */
    public Recording only(Set<Signal> signals) {
        return new Recording(
                jvm,
                source,
                samples.stream().map(sample -> sample.only(signals)).toList(),
                notes);
    }

    /** The last number of operations counted; 0 without samples. */
    public long totalOperations() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).totalOperations();
    }

    /** Time from the first sample to the last. */
    public long observedNanos() {
        return samples.isEmpty()
                ? 0
                : samples.get(samples.size() - 1).elapsedNanos()
                        - samples.get(0).elapsedNanos();
    }
}
