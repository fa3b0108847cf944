package org.evenkeel.leakcheck.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resident memory of a process outside its Java heap, from the kernel's list of mappings. The heap has to be left out
 * mapping by mapping: a collector commits, touches and gives back heap as it likes, by hundreds of megabytes.
 */
public final class ResidentMemory {

    private static final Pattern HEAP = Pattern.compile("Heap address: 0x([0-9a-f]+), size: (\\d+) MB");
    private static final Pattern SPACE = Pattern.compile("\\[(0x[0-9a-f]+(?:, ?0x[0-9a-f]+)+)[)\\]]");
    private static final Pattern MAPPING = Pattern.compile("^([0-9a-f]+)-([0-9a-f]+) .*");
    private static final Pattern RESIDENT = Pattern.compile("^Rss:\\s+(\\d+) kB.*");
    private static final long KIBI = 1024;

    private final Path mappings;
    private final long heapStart;
    private final long heapEnd;

    private ResidentMemory(Path mappings, long heapStart, long heapEnd) {
        this.mappings = mappings;
        this.heapStart = heapStart;
        this.heapEnd = heapEnd;
    }

    /** For a JVM that is checked; empty on systems without such a list, and for heaps of unknown place. */
    static Optional<ResidentMemory> of(JvmUnderCheck jvm) {
        return mappings(jvm.pid())
                .flatMap(mappings -> placeInLog(jvm.output())
                        .or(() -> placeInInfo(jvm.attachSocket()))
                        .map(heap -> new ResidentMemory(mappings, heap.start(), heap.end())));
    }

    /** For a JVM that was attached to before, so that it can be asked where its heap lies. */
    public static Optional<ResidentMemory> of(long pid) {
        return mappings(pid)
                .flatMap(mappings -> placeInInfo(new AttachSocket(pid))
                        .map(heap -> new ResidentMemory(mappings, heap.start(), heap.end())));
    }

    private static Optional<Path> mappings(long pid) {
        Path mappings = Path.of("/proc", Long.toString(pid), "smaps");
        return Files.isReadable(mappings) ? Optional.of(mappings) : Optional.empty();
    }

    /** What its JVM logged when it started. */
    private static Optional<Place> placeInLog(List<String> output) {
        for (String line : output) {
            Matcher heap = HEAP.matcher(line);
            if (heap.find()) {
                long start = Long.parseUnsignedLong(heap.group(1), 16);
                long size = Long.parseLong(heap.group(2)) * KIBI * KIBI;
                return Optional.of(new Place(start, start + size));
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> placeInInfo(AttachSocket socket) {
        try {
            return placeIn(socket.run("GC.heap_info"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What {@code jcmd GC.heap_info} prints: for each space of the heap, its first and last addresses in brackets. */
    static Optional<Place> placeIn(String heapInfo) {
        long start = Long.MAX_VALUE;
        long end = 0;
        Matcher space = SPACE.matcher(heapInfo);
        while (space.find()) {
            for (String address : space.group(1).split(",", -1)) {
                long parsed = Long.parseUnsignedLong(address.strip().substring(2), 16);
                start = Math.min(start, parsed);
                end = Math.max(end, parsed);
            }
        }
        return end > start ? Optional.of(new Place(start, end)) : Optional.empty();
    }

    /**
     * Where a heap lies.
     *
     * @param start its first address
     * @param end the first address after it
     */
    record Place(long start, long end) {}

    /** The bytes; empty when the process has ended. */
    public Optional<Long> outsideHeapBytes() {
        long bytes = 0;
        boolean inHeap = false;
        try (BufferedReader lines = Files.newBufferedReader(mappings)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Rss:")) {
                    Matcher resident = RESIDENT.matcher(line);
                    if (!inHeap && resident.matches()) {
                        bytes += Long.parseLong(resident.group(1)) * KIBI;
                    }
                } else if (Character.digit(line.charAt(0), 16) >= 0) {
                    Matcher mapping = MAPPING.matcher(line);
                    if (mapping.matches()) {
                        long start = Long.parseUnsignedLong(mapping.group(1), 16);
                        inHeap = start >= heapStart && start < heapEnd;
                    }
                }
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
