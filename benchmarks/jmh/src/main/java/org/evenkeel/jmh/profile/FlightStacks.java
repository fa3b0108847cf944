package org.evenkeel.jmh.profile;

import java.lang.constant.ClassDesc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/** Stacks out of a flight recording, added up and written as async-profiler writes them. */
final class FlightStacks {

    /** Locks of java.util.concurrent that async-profiler counts as such; other things that threads park for are no locks. */
    private static final List<String> LOCKS =
            List.of("java.util.concurrent.locks.Reentrant", "java.util.concurrent.Semaphore");

    private final long sampleNanos;
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** @param period from one sample of running code to the next, which each of them stands for */
    FlightStacks(Duration period) {
        this.sampleNanos = period.toNanos();
    }

    /** Adds an event; one of another kind is no stack of ours. */
    void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> add(event, null, sampleNanos);
            case "jdk.ObjectAllocationInNewTLAB" ->
                add(event, event.getClass("objectClass"), event.getLong("tlabSize"));
            case "jdk.ObjectAllocationOutsideTLAB" ->
                add(event, event.getClass("objectClass"), event.getLong("allocationSize"));
            case "jdk.JavaMonitorEnter" ->
                add(event, event.getClass("monitorClass"), event.getDuration().toNanos());
            case "jdk.ThreadPark" -> {
                RecordedClass parked = event.getClass("parkedClass");
                if (parked != null && LOCKS.stream().anyMatch(parked.getName()::startsWith)) {
                    add(event, parked, event.getDuration().toNanos());
                }
            }
            default -> {}
        }
    }

    /** A line for each stack: what it stands for, in nanoseconds or bytes. */
    List<String> sizes() {
        return lines(sizes);
    }

    /** A line for each stack: how often it was seen. */
    List<String> counts() {
        return lines(counts);
    }

    private void add(RecordedEvent event, @Nullable RecordedClass object, long size) {
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null || trace.getFrames().isEmpty()) {
            return;
        }
        StringBuilder stack = new StringBuilder();
        List<RecordedFrame> innermostFirst = trace.getFrames();
        for (int i = innermostFirst.size() - 1; i >= 0; i--) {
            RecordedFrame frame = innermostFirst.get(i);
            stack.append(stack.isEmpty() ? "" : ";")
                    .append(frame.getMethod().getType().getName())
                    .append('.')
                    .append(frame.getMethod().getName())
                    .append("_[j]");
        }
        if (object != null) {
            stack.append(';').append(inSource(object.getName())).append("_[i]");
        }
        sizes.merge(stack.toString(), size, Long::sum);
        counts.merge(stack.toString(), 1L, Long::sum);
    }

    /** The name of a class as in source: the recorder has arrays as the JVM names them, {@code [B}. */
    static String inSource(String name) {
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return name;
        }
        String element = name.substring(dimensions);
        String readable = element.startsWith("L")
                ? element.substring(1, element.length() - 1)
                : ClassDesc.ofDescriptor(element).displayName();
        return readable + "[]".repeat(dimensions);
    }

    private static List<String> lines(Map<String, Long> stacks) {
        return stacks.entrySet().stream()
                .map(stack -> stack.getKey() + " " + stack.getValue())
                .toList();
    }
}
