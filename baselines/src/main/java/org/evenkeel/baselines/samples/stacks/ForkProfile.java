package org.evenkeel.baselines.samples.stacks;

import java.util.List;

/**
 * The profile of one fork.
 *
 * @param event what was sampled
 * @param facts what the samples stand for
 * @param sizes stacks with nanoseconds or bytes, as the profiler estimates them
 * @param counts the same stacks with how often each was seen
 */
public record ForkProfile(ProfileEvent event, ForkFacts facts, List<Stack> sizes, List<Stack> counts) {

    public ForkProfile {
        sizes = List.copyOf(sizes);
        counts = List.copyOf(counts);
    }
}
