package org.evenkeel.suite.profile.command;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.FrameChange;
import org.evenkeel.suite.profile.report.ChangesText;
import org.evenkeel.suite.profile.report.FlameGraphs;
import org.evenkeel.suite.profile.run.ProfileFolder;
import org.evenkeel.suite.profile.samples.ForkProfile;

/**
 * Puts two sides of an event beside each other.
 *
 * @param before where the forks of the old code are
 * @param beforeSide whose forks in there
 * @param after where those of the new code are
 * @param out where pages go
 */
public record ProfileDifference(ProfileFolder before, String beforeSide, ProfileFolder after, Path out) {

    /** Whether both sides have sampled an event. */
    public boolean has(ProfileEvent event) {
        return !before.profiles(beforeSide, event).isEmpty()
                && !after.profiles(ProfileFolder.HERE, event).isEmpty();
    }

    /** Writes the differential flame graph and returns the table as text. */
    public String render(ProfileEvent event, boolean allFrames, int top) {
        List<ForkProfile> old = before.profiles(beforeSide, event);
        List<ForkProfile> changed = after.profiles(ProfileFolder.HERE, event);
        if (old.isEmpty() || changed.isEmpty()) {
            throw new BadInputException("event " + event.written() + ": expected forks of both sides, found "
                    + old.size() + " in " + before.path() + " and " + changed.size() + " in " + after.path()
                    + "; profile both with the same --event");
        }
        Path page = out.resolve("difference-" + event.written() + ".html");
        AtomicFiles.write(
                page,
                FlameGraphs.difference(
                        event.description() + ", after against before",
                        event.unit(),
                        FlameGraphs.collapsed(old),
                        FlameGraphs.collapsed(changed)));
        return ChangesText.render(event, FrameChange.between(old, changed, allFrames), top)
                + "Differential flame graph: " + page + "\n";
    }
}
