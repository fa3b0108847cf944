package org.evenkeel.baselines.report.parts;

import java.util.List;

/**
 * Everything of a report that can be left out.
 *
 * @param base what was measured of the code that was compared with
 * @param current what was measured of the code that was looked at
 * @param history benchmarks over commits
 * @param profiles flame graphs and their like
 */
public record Parts(MeasuredSide base, MeasuredSide current, List<HistoryLine> history, List<ProfileLink> profiles) {

    /** A report of verdicts alone. */
    public static final Parts NONE = new Parts(MeasuredSide.NONE, MeasuredSide.NONE, List.of(), List.of());

    public Parts {
        history = List.copyOf(history);
        profiles = List.copyOf(profiles);
    }

    public Parts withSides(MeasuredSide ofBase, MeasuredSide ofCurrent) {
        return new Parts(ofBase, ofCurrent, history, profiles);
    }

    public Parts withHistory(List<HistoryLine> lines) {
        return new Parts(base, current, lines, profiles);
    }

    public Parts withProfiles(List<ProfileLink> links) {
        return new Parts(base, current, history, links);
    }
}
