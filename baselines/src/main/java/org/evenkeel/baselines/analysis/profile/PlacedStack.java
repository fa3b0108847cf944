package org.evenkeel.baselines.analysis.profile;

import java.util.List;
import org.evenkeel.baselines.samples.stacks.Frame;

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
