package org.evenkeel.leakcheck.samples.heap;

import java.util.List;

/**
 * What one stack allocated while the heap grew.
 *
 * @param type the class that it made an object of; empty for memory outside the heap
 * @param frames innermost first
 * @param count how many it made
 * @param bytes what they took together, as far as the profiler tells
 * @param stayed how many of those that were watched were still there at the end
 * @param stayedBytes what these took
 */
public record StackTally(String type, List<StackFrame> frames, long count, long bytes, long stayed, long stayedBytes) {

    public StackTally {
        frames = List.copyOf(frames);
    }
}
