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
final class ResidentMemory {

    private static final Pattern HEAP = Pattern.compile("Heap address: 0x([0-9a-f]+), size: (\\d+) MB");
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

    /**
     * For a process.
     *
     * @param output what its JVM logged when it started; the place of the heap stands there
     * @return empty on systems without such a list, and for heaps of unknown place
     */
    static Optional<ResidentMemory> of(long pid, List<String> output) {
        Path mappings = Path.of("/proc", Long.toString(pid), "smaps");
        if (!Files.isReadable(mappings)) {
            return Optional.empty();
        }
        for (String line : output) {
            Matcher heap = HEAP.matcher(line);
            if (heap.find()) {
                long start = Long.parseUnsignedLong(heap.group(1), 16);
                long size = Long.parseLong(heap.group(2)) * KIBI * KIBI;
                return Optional.of(new ResidentMemory(mappings, start, start + size));
            }
        }
        return Optional.empty();
    }

    /** The bytes; empty when the process has ended. */
    Optional<Long> outsideHeapBytes() {
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
