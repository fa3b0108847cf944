package org.evenkeel.suite.profile.command;

import java.util.List;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.suite.plan.ProfileEvent;

/**
 * A cause of known size that the self-test of the profiler plants.
 *
 * @param planted what it is, for people
 * @param path the calibration path with it
 * @param form how callers come
 * @param event by which it has to be found
 * @param frame the frame that has to be the first row
 * @param size of that row, in the event's unit
 */
record PlantedCause(String planted, String path, Form form, ProfileEvent event, String frame, double size) {

    private static final String WASTE = "org.evenkeel.hotpaths.planted.Waste.";

    /** How far from its planted size a found one may lie, as a share of it. */
    static final double TOLERANCE = 0.2;

    /**
     * What keeps the planted frames apart from their callers: where the JIT merges them, it does not say of each
     * instruction whose it was. Of code of their own, people know; of a planted frame the test has to be sure.
     */
    static final List<String> JVM_ARGUMENTS =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,org.evenkeel.hotpaths.planted.Waste::*");

    static final List<PlantedCause> ALL = List.of(
            new PlantedCause(
                    "a hot frame of 5 us", "planted?spin=5000", Form.SINGLE, ProfileEvent.CPU, WASTE + "spin", 5_000),
            new PlantedCause(
                    "an array of 1,000 B and its header",
                    "planted?allocate=1000",
                    Form.SINGLE,
                    ProfileEvent.ALLOC,
                    WASTE + "garbage",
                    1_016),
            new PlantedCause(
                    "a lock of ten callers, held 1 ms",
                    "planted?hold=1000000",
                    Form.TEN_THREADS,
                    ProfileEvent.LOCK,
                    WASTE + "hold",
                    9 * 1_000_000.0),
            new PlantedCause(
                    "a sleep of 10 ms",
                    "planted?sleep=10",
                    Form.SINGLE,
                    ProfileEvent.WALL,
                    WASTE + "sleep",
                    10_000_000),
            new PlantedCause(
                    "a native block of 4 KiB in 1,000 operations",
                    "planted?leak=4096&kind=direct&every=1000",
                    Form.SINGLE,
                    ProfileEvent.NATIVEMEM,
                    "org.evenkeel.hotpaths.planted.DirectLeak.hold",
                    4.096));

    /** Whether a row is what was planted. */
    boolean isFound(String foundFrame, double foundSize) {
        return foundFrame.equals(frame) && Math.abs(foundSize / size - 1) <= TOLERANCE;
    }
}
