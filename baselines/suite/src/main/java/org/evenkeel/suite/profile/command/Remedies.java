package org.evenkeel.suite.profile.command;

import org.evenkeel.suite.plan.ProfileEvent;

/** What to do where the profiler cannot work. */
final class Remedies {

    private static final String PLACES =
            "async-profiler runs on Linux (x64, arm64) and macOS. Where libraries in the temporary folder may not be"
                    + " executed, give another by --jvm-arg -Done.profiler.extractPath=DIR.";

    private Remedies() {}

    /** For an event of which nothing could be sampled. */
    static String of(ProfileEvent event) {
        return switch (event) {
            case CPU -> "To let it count cycles: sysctl kernel.perf_event_paranoid=1 kernel.kptr_restrict=0. " + PLACES;
            case NATIVEMEM -> "It needs a JVM that is linked dynamically with malloc. " + PLACES;
            case WALL -> PLACES + " Without it, --event cpu,lock tells most of what wall does.";
            case ALLOC, LOCK -> PLACES;
        };
    }

    /** For an event that the recorder of the JDK sampled in its place. */
    static String instead(ProfileEvent event, String reason) {
        String sees = switch (event) {
            case CPU ->
                "it samples Java code only, a few threads at a time, and the time of native code, of the"
                        + " compiler and of the collector is spread over what it saw";
            case ALLOC ->
                "it sees only the objects for which a thread needed a new buffer, and charges the buffer to them";
            case LOCK, WALL, NATIVEMEM -> "its stacks end at 64 frames";
        };
        return "The JDK's own recorder (JFR) sampled this, as async-profiler could not: " + reason + "\n"
                + "Read it with care: " + sees + ". " + PLACES + "\n";
    }
}
