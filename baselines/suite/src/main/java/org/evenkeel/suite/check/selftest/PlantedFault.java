package org.evenkeel.suite.check.selftest;

import java.util.List;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.suite.check.selftest.SelfTestReport.Expectation;

/**
 * A fault that the self-test plants.
 *
 * @param name for its folder
 * @param planted what it is, for people
 * @param gate which gate has to find it
 * @param path the calibration path with the fault set
 * @param isLeak whether the leak checker has to find it, and not the comparer
 * @param expectation what has to be found
 */
record PlantedFault(String name, String planted, String gate, String path, boolean isLeak, Expectation expectation) {

    /** All of them; the sizes of the leaks are those that the leak checker promises to see. */
    static final List<PlantedFault> ALL = List.of(
            change("unchanged", "nothing", "comparison", "planted", Expectation.NOTHING),
            change(
                    "slower",
                    "1,000 ns more per operation",
                    "times",
                    "planted?spin=1000",
                    Expectation.regressed("score")),
            change(
                    "hungrier",
                    "256 B more garbage per operation",
                    "allocation",
                    "planted?allocate=256",
                    Expectation.regressed(Metric.ALLOCATION)),
            change(
                    "bulkier",
                    "64 B more in each item it keeps",
                    "footprint",
                    "planted?item=64",
                    Expectation.regressed("footprint")),
            change("broken", "an invariant that fails", "invariants", "planted?broken=true", Expectation.INVALID),
            leak("steady", "nothing", "leak check", "planted", Expectation.NOTHING),
            leak("heap", "64 B held by every operation", "heap", "planted?leak=64", Expectation.growing("heap")),
            leak(
                    "direct",
                    "a direct buffer in 10,000 operations",
                    "direct buffers",
                    "planted?leak=1024&kind=direct&every=10000",
                    Expectation.growing("direct-buffers")),
            leak(
                    "thread",
                    "a thread in 10,000 operations",
                    "threads",
                    "planted?leak=1&kind=thread&every=10000",
                    Expectation.growing("threads")),
            leak(
                    "descriptor",
                    "a file descriptor in 10,000 operations",
                    "file descriptors",
                    "planted?leak=1&kind=descriptor&every=10000",
                    Expectation.growing("file-descriptors")),
            leak(
                    "class",
                    "a class in 10,000 operations",
                    "classes",
                    "planted?leak=1&kind=class&every=10000",
                    Expectation.growing("classes")));

    private static PlantedFault change(String name, String planted, String gate, String path, Expectation expectation) {
        return new PlantedFault(name, planted, gate, path, false, expectation);
    }

    private static PlantedFault leak(String name, String planted, String gate, String path, Expectation expectation) {
        return new PlantedFault(name, planted, gate, path, true, expectation);
    }
}
