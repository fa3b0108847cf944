package org.evenkeel.hotpaths.analysis;

/** Says who may go on. Used by many threads at once. */
@FunctionalInterface
interface RateLimiter {

    /**
     * Takes from what the user has left.
     *
     * @param tokens how many, at least 1
     * @return whether there were that many; if not, none was taken
     */
    boolean tryTake(Identity user, int tokens);
}
