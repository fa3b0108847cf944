package org.evenkeel.leakcheck.samples;

import java.util.List;
import java.util.Set;
import org.evenkeel.leakcheck.plan.HeapSource;

/**
 * Everything that a check saw.
 *
 * @param jvm the checked JVM
 * @param source where the heap signal came from
 * @param noise what its readings contain that is not the workload's
 * @param per what its growth is counted against
 * @param samples one per batch, in time order
 * @param notes what a reader of the result should know about how it was made, one sentence each
 */
public record Recording(
        CheckedJvmFacts jvm,
        HeapSource source,
        HeapNoise noise,
        GrowthPer per,
        List<Sample> samples,
        List<String> notes) {

    /** Of a workload that is alone in its JVM. */
    public Recording(CheckedJvmFacts jvm, HeapSource source, List<Sample> samples, List<String> notes) {
        this(jvm, source, HeapNoise.of(source), samples, notes);
    }

    /** Of a workload whose operations are counted. */
    public Recording(
            CheckedJvmFacts jvm, HeapSource source, HeapNoise noise, List<Sample> samples, List<String> notes) {
        this(jvm, source, noise, GrowthPer.OPERATION, samples, notes);
    }

    public Recording {
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
    }

    /** One signal's readings, in the last stretch of samples that have it; empty when none has. */
    public List<SignalSeries> series(Signal signal) {
        List<Sample> stretch = stretch(signal);
        return stretch.isEmpty()
                ? List.of()
                : List.of(SignalSeries.from(
                        stretch, sample -> sample.reading(signal).orElseThrow()));
    }

    private List<Sample> stretch(Signal signal) {
        int end = samples.size();
        while (end > 0 && samples.get(end - 1).reading(signal).isEmpty()) {
            end--;
        }
        int first = end;
        while (first > 0 && samples.get(first - 1).reading(signal).isPresent()) {
            first--;
        }
        return samples.subList(first, end);
    }

    /** The same with no signals but these; without the heap, its classes are left out as well. */
    public Recording only(Set<Signal> signals) {
        return new Recording(
                jvm,
                source,
                noise,
                per,
                samples.stream().map(sample -> sample.only(signals)).toList(),
                notes);
    }

    /** The last number of operations, or of milliseconds, counted; 0 without samples. */
    public long totalOperations() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).totalOperations();
    }

    /** Time from the first to the last sample of {@link #series(Signal) a signal's readings}. */
    public long observedNanos(Signal signal) {
        return span(stretch(signal));
    }

    /** Time from the first sample to the last. */
    public long observedNanos() {
        return span(samples);
    }

    private static long span(List<Sample> stretch) {
        return stretch.isEmpty()
                ? 0
                : stretch.get(stretch.size() - 1).elapsedNanos()
                        - stretch.get(0).elapsedNanos();
    }
}
