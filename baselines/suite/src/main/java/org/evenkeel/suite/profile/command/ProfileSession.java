package org.evenkeel.suite.profile.command;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.plan.ProfilePlan.Fork;
import org.evenkeel.suite.profile.run.ProfiledFork;
import org.evenkeel.suite.run.Progress;

/** Runs the forks of a plan that are not there yet. */
public final class ProfileSession {

    private final ProfilePlan plan;
    private final Map<String, ProfiledFork> runners;

    /** @param runners by the name of the side */
    public ProfileSession(ProfilePlan plan, Map<String, ProfiledFork> runners) {
        this.plan = plan;
        this.runners = Map.copyOf(runners);
    }

    /** The forks that did not run yet. */
    public List<Fork> open() {
        return plan.order().stream().filter(fork -> !runner(fork).isDone(fork)).toList();
    }

    /**
     * Runs what is open. A side whose code broke in one fork is not run again: each of a benchmark that hangs would take all the
     * time that a fork may have.
     *
     * @return why forks gave no result; empty when all did
     */
    public Map<Fork, String> run(Progress progress) throws IOException, InterruptedException {
        Map<Fork, String> broken = new LinkedHashMap<>();
        Set<String> brokenSides = new HashSet<>();
        for (Fork fork : open()) {
            if (brokenSides.contains(fork.side())) {
                continue;
            }
            progress.begin(words(fork), plan.forkTime());
            Optional<String> reason = runner(fork).run(fork, progress);
            if (reason.isPresent()) {
                broken.put(fork, reason.get());
                progress.note(words(fork) + ": " + reason.get());
                brokenSides.add(fork.side());
            }
        }
        return broken;
    }

    private String words(Fork fork) {
        String side = plan.sides().size() > 1 ? fork.side() + " " : "";
        String kind = fork.event().equals(ProfilePlan.NONE)
                ? "without profiler"
                : fork.event() + (fork.recording() ? " recording" : "");
        return side + kind + " " + fork.number();
    }

    private ProfiledFork runner(Fork fork) {
        ProfiledFork runner = runners.get(fork.side());
        if (runner == null) {
            throw new IllegalStateException("nothing runs side " + fork.side());
        }
        return runner;
    }
}
