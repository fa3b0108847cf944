package org.evenkeel.suite.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.NightAlarm;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.verdict.PathJudged;

/** What a run was compared with. */
public sealed interface BaselineUsed {

    /** In words. */
    String describe();

    /**
     * There is no baseline of that name.
     *
     * @param name that was asked for
     */
    record None(String name) implements BaselineUsed {
        @Override
        public String describe() {
            return "there is no baseline \"" + name + "\" yet; record this session as one with --record.";
        }
    }

    /**
     * A baseline of other paths or forms.
     *
     * @param name of the baseline
     */
    record OfOthers(String name) implements BaselineUsed {
        @Override
        public String describe() {
            return "baseline \"" + name
                    + "\" has nothing of what was measured here; record this session as a local one with"
                    + " --record.";
        }
    }

    /**
     * A baseline that was measured for longer or shorter: times of cold code are others than those of warm code.
     *
     * @param name of the baseline
     * @param profiles with which it was measured
     */
    record OtherProfile(String name, SortedSet<String> profiles) implements BaselineUsed {
        public OtherProfile {
            profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
        }

        @Override
        public String describe() {
            return "baseline \"" + name + "\" was measured with --profile " + String.join(", ", profiles)
                    + "; give that one, or record this session as well with --record.";
        }
    }

    /**
     * A baseline of this kind of machine.
     *
     * @param name of the baseline
     * @param sessions how many it has, at least 1
     */
    record Same(String name, int sessions) implements BaselineUsed {
        @Override
        public String describe() {
            return "baseline \"" + name + "\" of " + sessions + (sessions == 1 ? " session" : " sessions")
                    + " on this kind of machine.";
        }
    }

    /**
     * A baseline of another kind of machine: it serves for exact metrics only.
     *
     * @param name of the baseline
     * @param differences what differs
     */
    record Elsewhere(String name, SortedMap<String, Difference> differences) implements BaselineUsed {
        public Elsewhere {
            differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
        }

        @Override
        public String describe() {
            return "baseline \"" + name + "\" is of another kind of machine ("
                    + differences.entrySet().stream()
                            .map(difference -> difference.getKey() + " " + difference.getValue())
                            .collect(Collectors.joining("; "))
                    + "); record this session as a local one with --record.";
        }
    }

    /**
     * The code of a baseline, which was measured in turn with the code as it is now, where the two differ.
     *
     * @param code what it is: its commit, or the jars that were kept of it
     * @param paths how each path was judged
     */
    record InTurn(String code, List<PathJudged> paths) implements BaselineUsed {
        public InTurn {
            paths = List.copyOf(paths);
        }

        @Override
        public String describe() {
            return code + ", measured in turn with the code as it is now where the two differ.";
        }
    }

    /**
     * The other side of a comparison that somebody named.
     *
     * @param place as it was named
     * @param sessions how many it has, at least 1
     */
    record Given(String place, int sessions) implements BaselineUsed {
        @Override
        public String describe() {
            return place + " of " + sessions + (sessions == 1 ? " session." : " sessions.");
        }
    }

    /**
     * The nights before, on this machine.
     *
     * @param nights how many there are
     * @param needed from how many on times are judged
     * @param alarms what got slower than in them
     */
    record Nights(int nights, int needed, List<NightAlarm> alarms) implements BaselineUsed {
        public Nights {
            alarms = List.copyOf(alarms);
        }

        /** Whether there are enough to judge times by. */
        public boolean isEnough() {
            return nights >= needed;
        }

        @Override
        public String describe() {
            return isEnough()
                    ? "the history of " + nights + " nights on this machine."
                    : "there is no history to judge by yet: " + nights + " of the " + needed
                            + " nights that it takes on this machine.";
        }
    }
}
