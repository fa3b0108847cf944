package org.evenkeel.leakcheck.analysis.cause;

import java.util.List;
import java.util.Optional;
import org.evenkeel.leakcheck.samples.heap.StackFrame;

/**
 * A place in the code that allocates what stays.
 *
 * @param type the class of most of it; empty for memory outside the heap
 * @param frames the stack, innermost first
 * @param share of the growth that comes from here, as estimated from what the profiler saw; at most 1
 * @param seenAlive whether the profiler saw objects from here outlive collections, and not only be made
 */
public record AllocationSite(String type, List<StackFrame> frames, double share, boolean seenAlive) {

    public AllocationSite {
        frames = List.copyOf(frames);
    }

    /** The innermost line that is not the JDK's. */
    public Optional<StackFrame> line() {
        return line(frames);
    }

    static Optional<StackFrame> line(List<StackFrame> frames) {
        return frames.stream().filter(frame -> !frame.isPlatform()).findFirst();
    }
}
