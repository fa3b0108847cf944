package org.evenkeel.hotpaths.verification;

/** Finds the passage that comes nearest to a statement. Used by many threads at once. */
@FunctionalInterface
interface Matcher {

    /** What is found for a statement in {@linkplain NormalText normal form}. */
    Finding match(String statement);
}
