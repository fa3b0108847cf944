package org.evenkeel.leakcheck.run.cause;

import java.util.List;
import java.util.Set;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What is known to grow, and how many more operations show it well.
 *
 * @param signals what grows
 * @param classes growing classes of the application, what explains most first
 * @param operations how many more operations to watch, at least 1
 */
public record Question(Set<Signal> signals, List<String> classes, long operations) {

    public Question {
        signals = Set.copyOf(signals);
        classes = List.copyOf(classes);
        if (operations < 1) {
            throw new IllegalArgumentException(operations + " operations");
        }
    }
}
