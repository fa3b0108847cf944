package org.evenkeel.leakcheck.verdict;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What grows beside the signals, and where it ends.
 *
 * @param operationsUntilFull operations until the heap is full at the rate that was seen; empty when the heap does not grow
 * @param classes whose instances follow the operations, what explains most first
 */
public record Growth(OptionalDouble operationsUntilFull, List<ClassFinding> classes) {

    /** Nothing is known to grow. */
    public static final Growth NONE = new Growth(OptionalDouble.empty(), List.of());

    public Growth {
        classes = List.copyOf(classes);
    }
}
