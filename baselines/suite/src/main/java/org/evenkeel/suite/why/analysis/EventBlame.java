package org.evenkeel.suite.why.analysis;

import java.util.List;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.BlamedFrame;

/**
 * What one event says of who is to blame.
 *
 * @param event what was sampled
 * @param frames the most to blame first
 * @param flameGraph the differential flame graph, a file beside the report, with forward slashes
 */
public record EventBlame(ProfileEvent event, List<BlamedFrame> frames, String flameGraph) {

    public EventBlame {
        frames = List.copyOf(frames);
    }

    /** What one operation of the old code spends, in the event's unit. */
    public double before() {
        return frames.stream().mapToDouble(BlamedFrame::before).sum();
    }

    /** The same of the new code. */
    public double after() {
        return frames.stream().mapToDouble(BlamedFrame::after).sum();
    }

    /** By how much more, as a share of what it was; 0 where there was nothing. */
    public double relative() {
        double before = before();
        return before > 0 ? after() / before - 1 : 0;
    }
}
