package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.sides.Sides;

/** Which benchmarks time some of their requests while their throughput is measured. */
final class Latency {

    /** The profiler that makes callers do so. */
    static final String PROFILER = "org.evenkeel.jmh.LatencyProfiler";

    private static final Set<String> FORMS =
            Set.of("org.evenkeel.jmh.HotPathBenchmark.tenThreads", "org.evenkeel.jmh.HotPathBenchmark.fiftyThreads");

    private Latency() {}

    /** Whether a benchmark has a tail to time: a hot path with many callers, in throughput. */
    static boolean hasTail(AbBenchmark benchmark) {
        return FORMS.contains(benchmark.benchmark()) && benchmark.mode().equals("thrpt");
    }

    /** Whether the callers of both sides can do it: a base from before there was the profiler cannot, and then neither side does. */
    static boolean canBeTimed(Sides sides) {
        return Stream.of(sides.base(), sides.current())
                .allMatch(side -> side.stream().anyMatch(Latency::hasProfiler));
    }

    private static boolean hasProfiler(Path part) {
        String name = PROFILER.replace('.', '/') + ".class";
        if (Files.isDirectory(part)) {
            return Files.isRegularFile(part.resolve(name));
        }
        try (ZipFile jar = new ZipFile(part.toFile())) {
            return jar.getEntry(name) != null;
        } catch (IOException notAJar) {
            // Whoever starts the JVM says so.
            return false;
        }
    }
}
