package org.evenkeel.suite.load.samples;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.suite.load.plan.Scenario;

/**
 * Everything that one run saw.
 *
 * @param scenario as it was run, shortened or shrunk
 * @param target what was driven
 * @param started when everything was open
 * @param jvm version of the driven JVM
 * @param maxHeapBytes the most its heap could take
 * @param processors of the machine
 * @param driver what the driver itself costs
 * @param gauges of what was driven
 * @param phases in the order in which they ran
 * @param seconds in time order
 * @param heap samples of the running process for the leak checker; empty when it was not asked for
 * @param broken which invariant was broken
 * @param ended what ended it before its time; empty when nothing did
 * @param notes what a reader should know about how it was made, one sentence each
 */
public record LoadRun(
        Scenario scenario,
        String target,
        Instant started,
        String jvm,
        long maxHeapBytes,
        int processors,
        DriverCost driver,
        List<GaugeSeries> gauges,
        List<PhaseResult> phases,
        List<Second> seconds,
        Optional<Recording> heap,
        Optional<String> broken,
        Optional<String> ended,
        List<String> notes) {

    public LoadRun {
        gauges = List.copyOf(gauges);
        phases = List.copyOf(phases);
        seconds = List.copyOf(seconds);
        notes = List.copyOf(notes);
    }

    /**
     * What the driver itself costs, measured in the driven JVM on something that does nothing. Of a driver that is a process of its
     * own, as it is with a service, both are NaN: what that process takes of the machine is what the driver takes.
     *
     * @param closedNanos from one request to the next of a user who does not think, by the clock
     * @param openCpuNanos processor time of an arrival, waking up for it included; 0 where it is not told
     */
    public record DriverCost(double closedNanos, double openCpuNanos) {
        /** Whether nothing but the driver is in its process: heap, threads and processor time are then its own. */
        public boolean isAProcessOfItsOwn() {
            return Double.isNaN(closedNanos);
        }
    }

    /**
     * A gauge.
     *
     * @param unit what one is
     */
    public record GaugeSeries(String name, String unit) {}

    /** The phases that are judged. */
    public List<PhaseResult> judged() {
        return phases.stream().filter(phase -> !phase.isWarmup()).toList();
    }

    /** The seconds of one phase. */
    public List<Second> secondsOf(PhaseResult phase) {
        return seconds.stream()
                .filter(second -> second.phase() == phase.number())
                .toList();
    }

    /** The place of a gauge; -1 where there is none of that name. */
    public int gauge(String name) {
        for (int i = 0; i < gauges.size(); i++) {
            if (gauges.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
