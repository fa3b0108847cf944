package org.evenkeel.leakcheck.run.malloc;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Balances what was taken from {@code malloc} against what was given back, recording by recording. Only what Java code asked
 * for counts: through {@code Unsafe}, a native method of a library, or a downcall. What the JVM takes to load a class or start a
 * thread shows in those signals, and some of it stays because the profiler is there: 100 bytes for each class on JDK 17.
 * What was taken before the first recording is unknown, and so its return changes nothing.
 */
final class MallocLedger {

    private static final String TAKEN = "profiler.Malloc";
    private static final String GIVEN_BACK = "profiler.Free";

    private static final String UNSAFE = "jdk.internal.misc.Unsafe";
    /** Where the linker's stubs lie, which are no native methods. */
    private static final String DOWNCALLS = "jdk.internal.foreign.abi.";

    /** One event; {@code bytes} is 0 where memory was given back. */
    private record Entry(Instant time, long address, long bytes) {}

    private final Map<Long, Long> outstanding = new HashMap<>();
    private long bytes;

    /**
     * Enters a recording.
     *
     * @param moments in time order
     * @return the bytes that were outstanding at each of them
     */
    List<Long> enter(Path recording, List<Instant> moments) throws IOException {
        List<Entry> entries = entries(recording);
        List<Long> balances = new ArrayList<>();
        int next = 0;
        for (Instant moment : moments) {
            while (next < entries.size() && !entries.get(next).time().isAfter(moment)) {
                enter(entries.get(next++));
            }
            balances.add(bytes);
        }
        entries.subList(next, entries.size()).forEach(this::enter);
        return balances;
    }

    private void enter(Entry entry) {
        Long before = entry.bytes() == 0
                ? outstanding.remove(entry.address())
                : outstanding.put(entry.address(), entry.bytes());
        bytes += entry.bytes() - (before == null ? 0 : before);
    }

    /** The events in time order; a recording holds them in that of the buffers they went through. */
    private static List<Entry> entries(Path recording) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String type = event.getEventType().getName();
                if (type.equals(GIVEN_BACK) || (type.equals(TAKEN) && isAskedFor(event.getStackTrace()))) {
                    entries.add(new Entry(
                            event.getStartTime(),
                            event.getLong("address"),
                            type.equals(TAKEN) ? event.getLong("size") : 0));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::time));
        return entries;
    }

    private static boolean isAskedFor(@Nullable RecordedStackTrace trace) {
        if (trace == null || trace.getFrames().isEmpty()) {
            return false;
        }
        RecordedMethod nearest = trace.getFrames().get(0).getMethod();
        return (Modifier.isNative(nearest.getModifiers()) && !isOfTheJvm(nearest))
                || trace.getFrames().stream()
                        .anyMatch(frame -> typeName(frame.getMethod()).startsWith(DOWNCALLS));
    }

    private static boolean isOfTheJvm(RecordedMethod method) {
        String type = typeName(method);
        boolean takesMemory = type.equals(UNSAFE)
                && (method.getName().equals("allocateMemory0")
                        || method.getName().equals("reallocateMemory0"));
        // Without a type: threads that run no Java code.
        return type.isEmpty() || (!takesMemory && (type.startsWith("java.lang.") || type.startsWith("jdk.internal.")));
    }

    private static String typeName(RecordedMethod method) {
        return method.getType() == null ? "" : method.getType().getName();
    }
}
