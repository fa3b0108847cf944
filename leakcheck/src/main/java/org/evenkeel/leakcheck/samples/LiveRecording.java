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

    /** Whether the service counts its operations. */
    public boolean hasOperations() {
        return !samples.isEmpty()
                && samples.stream().allMatch(sample -> sample.operations().isPresent());
    }
}
