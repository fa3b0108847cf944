package org.evenkeel.suite.profile.samples;

import java.util.List;
import org.evenkeel.suite.plan.ProfileEvent;

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
