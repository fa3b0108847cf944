package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.leakcheck.samples.HeapHistogram;

/** The heap of a JVM that is at work, by class, as it counts it itself; each reading collects and stops it for some milliseconds. */
public final class ClassHistograms {

    private static final long LISTENER_MILLIS = 3_000;

    private final AttachSocket socket;
    private final String ownPackage;

    private ClassHistograms(AttachSocket socket, String ownPackage) {
        this.socket = socket;
        this.ownPackage = ownPackage;
    }

    /**
     * Those of a process; empty when it has no attach listener, which {@code -XX:+StartAttachListener} opens.
     *
     * @param ownPackage classes whose name starts with it are left out
     */
    public static Optional<ClassHistograms> of(long pid, String ownPackage) throws InterruptedException {
        AttachSocket socket = new AttachSocket(pid);
        return socket.awaitListener(LISTENER_MILLIS)
                ? Optional.of(new ClassHistograms(socket, ownPackage))
                : Optional.empty();
    }

    /** What the heap holds; empty when the JVM does not answer any more. */
    public Optional<Reading> read() {
        try {
            HeapHistogram histogram = HeapHistogram.parse(socket.classHistogram(), ownPackage);
            StringTable strings = StringTable.of(socket);
            return Optional.of(new Reading(histogram.totalBytes() - strings.bytes(), histogram, strings.entries()));
        } catch (IOException | IllegalArgumentException gone) {
            return Optional.empty();
        }
    }

    /**
     * A heap.
     *
     * @param totalBytes all of it, the classes that are left out and the table of interned strings aside
     * @param internedStrings live strings in that table; empty where it cannot be told
     */
    public record Reading(long totalBytes, HeapHistogram histogram, OptionalLong internedStrings) {}
}
