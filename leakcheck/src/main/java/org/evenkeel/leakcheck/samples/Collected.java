package org.evenkeel.leakcheck.samples;

/**
 * The heap right after a collection that nobody forced.
 *
 * @param elapsedNanos time since the watch began
 * @param usedBytes what the heap held, dead objects that the collection passed over included
 * @param oldGeneration whether the collection also went through old objects; what survives a young one may be dead for long
 * @param stoppedNanos how long the JVM did nothing else; 0 for a collection beside the threads of the application
 */
public record Collected(long elapsedNanos, long usedBytes, boolean oldGeneration, long stoppedNanos) {}
