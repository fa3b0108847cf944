package org.evenkeel.suite.profile.samples;

import java.util.List;

/**
 * A stack and how much was sampled on it.
 *
 * @param frames the outermost first; at least one
 * @param value nanoseconds, bytes or samples; not negative
 */
public record Stack(List<Frame> frames, double value) {

    public Stack {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || !(value >= 0)) {
            throw new IllegalArgumentException("a stack needs a frame and a value of at least 0");
        }
    }
}
