package org.evenkeel.suite.profile.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.suite.plan.Profile;

/**
 * What a profiling session runs: for each event some forks that are profiled and as many that are not, in turn.
 *
 * @param events names of the events, at least one
 * @param forks profiled forks of each event and side, at least 1
 * @param sides names of the sides: one, or two that are measured in turn
 * @param plain whether to run forks without a profiler beside, to see what profiling costs
 * @param recordings whether to make a JFR recording of each event, in a fork of its own
 * @param profile how long a fork takes
 */
public record ProfilePlan(
        List<String> events, int forks, List<String> sides, boolean plain, boolean recordings, Profile profile) {

    /** The event that stands for no profiler. */
    public static final String NONE = "none";

    /** Who waits for locks; it comes with a fork that watches who holds them. */
    public static final String LOCK = "lock";

    /** Who holds the locks that others wait for. */
    public static final String HOLDERS = "holders";

    public ProfilePlan {
        events = List.copyOf(events);
        sides = List.copyOf(sides);
        if (events.isEmpty() || forks < 1 || sides.isEmpty() || sides.size() > 2) {
            throw new IllegalArgumentException("a profile needs an event, a fork, and one side or two");
        }
    }

    /**
     * A fork of the session.
     *
     * @param side which code
     * @param event what is sampled in it
     * @param number from 1, of its event and side
     * @param recording whether it makes a JFR recording instead of stacks
     */
    public record Fork(String side, String event, int number, boolean recording) {

        /** A name for files. */
        public String fileName() {
            return side + "-" + event + "-" + (recording ? "jfr" : Integer.toString(number));
        }
    }

    /** All forks in the order in which they run; every second round backwards, so that drift meets all alike. */
    public List<Fork> order() {
        List<Fork> order = new ArrayList<>();
        for (String event : events) {
            for (int round = 1; round <= forks; round++) {
                List<Fork> forksOfRound = new ArrayList<>();
                for (String side : sides) {
                    if (plain) {
                        forksOfRound.add(new Fork(side, NONE, round + forks * events.indexOf(event), false));
                    }
                    forksOfRound.add(new Fork(side, event, round, false));
                }
                for (int i = 0; i < forksOfRound.size(); i++) {
                    order.add(forksOfRound.get(round % 2 == 1 ? i : forksOfRound.size() - 1 - i));
                }
            }
            if (event.equals(LOCK)) {
                sides.forEach(side -> order.add(new Fork(side, HOLDERS, 1, false)));
            }
            if (recordings) {
                sides.forEach(side -> order.add(new Fork(side, event, 1, true)));
            }
        }
        return order;
    }

    /** How long one fork takes, about. */
    public Duration forkTime() {
        return profile.benchmarkTime().dividedBy(profile.forks());
    }
}
