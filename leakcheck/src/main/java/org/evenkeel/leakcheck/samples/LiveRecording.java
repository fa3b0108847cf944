package org.evenkeel.leakcheck.samples;

import java.util.List;

/**
 * Everything that a watch saw.
 *
 * @param jvm the watched JVM
 * @param samples in time order
 * @param collections in time order
 * @param notes what a reader of the result should know about how it was made, one sentence each
 */
public record LiveRecording(
        CheckedJvmFacts jvm, List<LiveSample> samples, List<Collected> collections, List<String> notes) {

    public LiveRecording {
        samples = List.copyOf(samples);
        collections = List.copyOf(collections);
        notes = List.copyOf(notes);
    }

    /** Time from the beginning of the watch to the last sample; 0 without samples. */
    public long observedNanos() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).elapsedNanos();
    }

    /** Time in which the JVM did nothing but collect. */
    public long collectingNanos() {
        return collections.stream().mapToLong(Collected::stoppedNanos).sum();
    }

    /** The same as a share of all the time observed; 0 without samples. */
    public double collectingShare() {
        return observedNanos() == 0 ? 0 : collectingNanos() / (double) observedNanos();
    }

    /** Whether the service counts its operations. */
    public boolean hasOperations() {
        return !samples.isEmpty()
                && samples.stream().allMatch(sample -> sample.operations().isPresent());
    }
}
