package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.samples.heap.StackTally;
import org.jspecify.annotations.Nullable;

/** Counts a recording of async-profiler by class and stack. */
final class AllocationRecording {

    private record Key(String type, List<StackFrame> frames) {}

    private static final class Counts {
        long count;
        long bytes;
        long stayed;
        long stayedBytes;
    }

    private final Map<Key, Counts> counts = new HashMap<>();
    private final Map<Long, RecordedEvent> unfreed = new HashMap<>();

    private AllocationRecording() {}

    static List<StackTally> read(Path file) throws IOException {
        AllocationRecording recording = new AllocationRecording();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                recording.add(events.readEvent());
            }
        }
        recording.unfreed.values().forEach(event -> {
            Counts at = recording.at(event, "");
            at.stayed++;
            at.stayedBytes += event.getLong("size");
        });
        List<StackTally> tallies = new ArrayList<>();
        recording.counts.forEach((key, c) ->
                tallies.add(new StackTally(key.type(), key.frames(), c.count, c.bytes, c.stayed, c.stayedBytes)));
        return tallies;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB" -> {
                Counts at = at(event, type(event));
                at.count++;
                at.bytes += event.getLong("allocationSize");
            }
            case "profiler.LiveObject" -> {
                Counts at = at(event, type(event));
                at.stayed++;
                at.stayedBytes += event.getLong("allocationSize");
            }
            case "profiler.Malloc" -> {
                Counts at = at(event, "");
                at.count++;
                at.bytes += event.getLong("size");
                unfreed.put(event.getLong("address"), event);
            }
            case "profiler.Free" -> unfreed.remove(event.getLong("address"));
            default -> {
                // Settings and facts about the machine.
            }
        }
    }

    private Counts at(RecordedEvent event, String type) {
        return counts.computeIfAbsent(new Key(type, frames(event.getStackTrace())), key -> new Counts());
    }

    private static String type(RecordedEvent event) {
        RecordedClass type = event.getClass("objectClass");
        return type == null ? "" : HeapClass.normalized(type.getName());
    }

    private static List<StackFrame> frames(@Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return List.of();
        }
        List<StackFrame> frames = new ArrayList<>();
        for (RecordedFrame frame : trace.getFrames()) {
            if (frame.getMethod() != null) {
                String owner = frame.getMethod().getType() == null
                        ? ""
                        : frame.getMethod().getType().getName();
                String name = frame.getMethod().getName();
                frames.add(new StackFrame(
                        owner.isEmpty() ? name : HeapClass.normalized(owner) + "." + name,
                        Math.max(0, frame.getLineNumber())));
            }
        }
        return frames;
    }
}
