package org.evenkeel.baselines.command.profile;

import org.evenkeel.baselines.samples.stacks.ProfileEvent;

/** What to do where the profiler cannot work. */
final class Remedies {

    private Remedies() {}

    static String of(ProfileEvent event) {
        String instead = "async-profiler runs on Linux (x64, arm64) and macOS; elsewhere let the JVM record itself:"
                + " java -jar benchmarks.jar HotPathBenchmark -p path=... -prof jfr";
        return switch (event) {
            case CPU ->
                "To let it count cycles: sysctl kernel.perf_event_paranoid=1 kernel.kptr_restrict=0. " + instead;
            case NATIVEMEM -> "It needs a JVM that is linked dynamically with malloc. " + instead;
            case ALLOC, LOCK, WALL -> instead;
        };
    }
}
