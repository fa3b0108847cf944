package org.evenkeel.leakcheck.run.malloc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Balances what was taken from {@code malloc} against what was given back, recording by recording. Only what was taken below
 * a Java frame counts: compilers and collectors take memory at a pace of their own. What was taken before the first
 * recording is unknown, and so its return changes nothing.
 */
final class MallocLedger {

    private static final String TAKEN = "profiler.Malloc";
    private static final String GIVEN_BACK = "profiler.Free";

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
                if (type.equals(GIVEN_BACK) || (type.equals(TAKEN) && belowJava(event.getStackTrace()))) {
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

    private static boolean belowJava(@Nullable RecordedStackTrace trace) {
        return trace != null
                && trace.getFrames().stream()
                        .anyMatch(frame -> frame.getMethod() != null
                                && frame.getMethod().getType() != null
                                && !frame.getMethod().getType().getName().isEmpty());
    }
}
