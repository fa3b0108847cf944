package org.evenkeel.jmh;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPaths;
import org.openjdk.jol.info.GraphLayout;

/** The main class of the JVM that weighs a path's state, with JOL. Its argument is the path; its last line says the bytes. */
final class Weigher {

    private static final String ANSWER = "bytes per item: ";
    private static final String NOTHING = "none";

    private Weigher() {}

    public static void main(String[] arguments) throws Exception {
        Optional<Footprint> footprint =
                HotPaths.on(Weigher.class.getClassLoader()).footprint(PathState.asked(arguments[0]));
        System.out.println(ANSWER
                + footprint.map(state -> Double.toString(bytesPerItem(state))).orElse(NOTHING));
    }

    /** What JOL needs to weigh without a detour. */
    static List<String> jvmOptions() {
        return List.of(
                // It would try to attach to its own JVM, and to ask the serviceability agent, for what it can compute.
                "-Djol.skipDynamicAttach=true",
                "-Djol.skipHotspotSAAttach=true",
                // It could not look into records and lambdas.
                "-Djol.magicFieldOffset=true");
    }

    /** What each item adds to the state, in bytes. */
    static double bytesPerItem(Footprint footprint) {
        long added = GraphLayout.parseInstance(footprint.filled()).totalSize()
                - GraphLayout.parseInstance(footprint.empty()).totalSize();
        return (double) added / footprint.items();
    }

    /**
     * What {@link #main} printed; empty for a path that keeps nothing.
     *
     * @throws IllegalStateException when there is no answer in it
     */
    static OptionalDouble read(String output) {
        String answer = output.lines()
                .filter(line -> line.startsWith(ANSWER))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("expected \"" + ANSWER + "\", found: " + output.strip()))
                .substring(ANSWER.length());
        return answer.equals(NOTHING) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(answer));
    }
}
