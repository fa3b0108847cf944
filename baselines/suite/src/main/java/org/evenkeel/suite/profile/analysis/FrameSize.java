package org.evenkeel.suite.profile.analysis;

import java.util.Map;

/**
 * What one operation spends in a frame, in one fork.
 *
 * @param own in the frame itself and in the platform's code that it calls, in the event's unit
 * @param total in the frame and everything below it
 * @param within how {@code own} spreads over the innermost frames, or over the classes of the objects
 */
record FrameSize(double own, double total, Map<String, Double> within) {

    FrameSize {
        within = Map.copyOf(within);
    }
}
