package org.evenkeel.suite.profile.analysis;

import java.util.List;
import org.evenkeel.suite.profile.samples.Frame;

/**
 * A stack without the frames of the harness.
 *
 * @param place whose work it is
 * @param frames what is left of it, the outermost first; empty for the harness
 * @param value nanoseconds, bytes or samples
 */
public record PlacedStack(Place place, List<Frame> frames, double value) {

    public PlacedStack {
        frames = List.copyOf(frames);
    }
}
