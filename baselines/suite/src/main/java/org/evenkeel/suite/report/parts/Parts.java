package org.evenkeel.suite.report.parts;

import java.util.List;

/**
 * Everything of a report that can be left out.
 *
 * @param base what was measured of the code that was compared with
 * @param current what was measured of the code that was looked at
 * @param history benchmarks over commits
 * @param profiles flame graphs and their like
 * @param commands what to run to find out why something is wrong, ready for a shell
 */
public record Parts(
        MeasuredSide base,
        MeasuredSide current,
        List<HistoryLine> history,
        List<ProfileLink> profiles,
        List<String> commands) {

    /** A report of verdicts alone. */
    public static final Parts NONE = new Parts(MeasuredSide.NONE, MeasuredSide.NONE, List.of(), List.of(), List.of());

    public Parts {
        history = List.copyOf(history);
        profiles = List.copyOf(profiles);
        commands = List.copyOf(commands);
    }

    public Parts withSides(MeasuredSide ofBase, MeasuredSide ofCurrent) {
        return new Parts(ofBase, ofCurrent, history, profiles, commands);
    }

    public Parts withHistory(List<HistoryLine> lines) {
        return new Parts(base, current, lines, profiles, commands);
    }

    public Parts withProfiles(List<ProfileLink> links) {
        return new Parts(base, current, history, links, commands);
    }

    public Parts withCommands(List<String> toRun) {
        return new Parts(base, current, history, profiles, toRun);
    }
}
