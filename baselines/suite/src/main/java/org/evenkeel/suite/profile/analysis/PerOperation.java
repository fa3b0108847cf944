package org.evenkeel.suite.profile.analysis;

import java.util.List;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.ForkFacts;
import org.evenkeel.suite.profile.samples.ForkProfile;

/** The stacks of a fork, each with what one operation spends on it. */
public final class PerOperation {

    private PerOperation() {}

    /**
     * Stacks with nanoseconds or bytes per operation. Time by the clock is that of callers where there are any: workers that
     * wait for work would drown them.
     */
    public static List<PlacedStack> sizes(ForkProfile fork) {
        List<PlacedStack> stacks = fork.sizes().stream().map(Folding::fold).toList();
        boolean called = stacks.stream().anyMatch(stack -> stack.place() == Place.CALLERS);
        double factor = factor(fork.event(), fork.facts(), stacks);
        return stacks.stream()
                .filter(stack -> fork.event() != ProfileEvent.WALL || !called || stack.place() == Place.CALLERS)
                .map(stack -> new PlacedStack(stack.place(), stack.frames(), stack.value() * factor))
                .toList();
    }

    /** Stacks with how often one operation was seen on each. */
    static List<PlacedStack> counts(ForkProfile fork) {
        double factor = 1.0 / fork.facts().operations();
        return fork.counts().stream()
                .map(Folding::fold)
                .map(stack -> new PlacedStack(stack.place(), stack.frames(), stack.value() * factor))
                .toList();
    }

    private static double factor(ProfileEvent event, ForkFacts facts, List<PlacedStack> stacks) {
        return switch (event) {
            case ALLOC, LOCK, NATIVEMEM -> 1.0 / facts.operations();
            case CPU -> {
                double sampled = stacks.stream().mapToDouble(PlacedStack::value).sum();
                double known = facts.cpuNanos() > 0 ? facts.cpuNanos() : sampled;
                yield sampled > 0 ? known / sampled / facts.operations() : 0;
            }
            case WALL -> {
                double sampled = stacks.stream()
                        .filter(stack -> stack.place() == Place.CALLERS)
                        .mapToDouble(PlacedStack::value)
                        .sum();
                double known = (double) facts.threads() * facts.elapsedNanos();
                // Without callers it is a JVM that we only watch: there is no time to divide among them.
                yield sampled > 0 ? known / sampled / facts.operations() : 1.0 / facts.operations();
            }
        };
    }
}
