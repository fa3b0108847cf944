package org.evenkeel.jmh.profile;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the samples of a fork stand for, written beside them as lines {@code name=value}.
 *
 * <p>Counted from the start of the first measured iteration to the end of the last, as the samples are.
 */
final class Facts {

    private final List<String> lines = new ArrayList<>();
    private long operations;
    private long elapsedNanos;
    private long cpuNanos;
    private long iterationStartNanos;
    private long cpuStartNanos;
    private boolean running;

    void say(String name, Object value) {
        lines.add(name + "=" + String.valueOf(value).replace('\n', ' ').replace('\r', ' '));
    }

    void iterationBegins() {
        iterationStartNanos = System.nanoTime();
        cpuStartNanos = processCpuNanos();
        running = true;
    }

    /** The second of two calls does nothing: the work may end before its iteration does. */
    void iterationEnds() {
        if (running) {
            elapsedNanos += System.nanoTime() - iterationStartNanos;
            cpuNanos += processCpuNanos() - cpuStartNanos;
            running = false;
        }
    }

    void count(long more) {
        operations += more;
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        all.add("operations=" + operations);
        all.add("elapsedNanos=" + elapsedNanos);
        all.add("cpuNanos=" + cpuNanos);
        return all;
    }

    /** Processor time of all threads of this JVM. */
    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }
}
