package org.evenkeel.suite.ab.verdict;

import org.evenkeel.suite.ab.analysis.Look;

/** How one benchmark stands while blocks come in. */
public sealed interface Standing {

    /** Whether no more blocks are needed. */
    default boolean isDecided() {
        return isChange() || this instanceof Same;
    }

    /** Whether the two sides surely differ. */
    default boolean isChange() {
        return this instanceof Worse || this instanceof Better;
    }

    /** There are fewer blocks than the first planned look needs. */
    record TooEarly() implements Standing {}

    /** Surely worse by more than the minimum effect. */
    record Worse(Look look) implements Standing {}

    /** Surely better by more than the minimum effect. */
    record Better(Look look) implements Standing {}

    /** Surely within the margin. */
    record Same(Look look) implements Standing {}

    /**
     * None of these is sure yet.
     *
     * @param look the last one
     */
    record Open(Look look) implements Standing {}
}
