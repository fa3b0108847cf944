package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.kernel.MachineUse;
import org.evenkeel.leakcheck.samples.Signal;

/** What can be seen of a checked JVM from outside: resident memory, native memory, temporary files. */
final class ProcessReadings {

    private static final Pattern TOTAL = Pattern.compile("Total: reserved=\\d+KB, committed=(\\d+)KB");
    private static final Pattern HEAP = Pattern.compile("Java Heap \\(reserved=\\d+KB, committed=(\\d+)KB\\)");
    private static final Pattern JNI_REFERENCES = Pattern.compile("JNI global refs: (\\d+)");
    /** The JVM tells the number of references only below the stacks of all its threads. */
    private static final int MOST_THREADS = 200;

    private static final int KIBI = 1024;

    private final JvmUnderCheck jvm;
    private final Path temporaryFiles;
    private final Optional<ResidentMemory> residentMemory;
    private final boolean nativeMemoryTracking;
    private boolean canTrim = true;

    ProcessReadings(JvmUnderCheck jvm, Path temporaryFiles, boolean nativeMemoryTracking) {
        this.jvm = jvm;
        this.temporaryFiles = temporaryFiles;
        residentMemory = ResidentMemory.of(jvm);
        this.nativeMemoryTracking = nativeMemoryTracking;
    }

    /** What the machine has spent so far, this process and the checked one being our own; empty where it cannot be told. */
    Optional<MachineUse> machineUse() {
        String checked = Long.toString(jvm.pid());
        return MachineUse.read(
                Path.of("/proc"),
                jvm.pid() == ProcessHandle.current().pid() ? List.of("self") : List.of("self", checked));
    }

    /**
     * Adds the readings that this system can give.
     */
    void addTo(Map<Signal, Long> signals) {
        try (Stream<Path> files = Files.walk(temporaryFiles)) {
            signals.put(Signal.TEMPORARY_FILES, files.count() - 1);
        } catch (IOException | java.io.UncheckedIOException e) {
            // Files that vanish under the walk leave this sample without a reading.
            signals.remove(Signal.TEMPORARY_FILES);
        }
        trim();
        residentMemory
                .flatMap(ResidentMemory::outsideHeapBytes)
                .ifPresent(bytes -> signals.put(Signal.RESIDENT, bytes));
        if (signals.getOrDefault(Signal.THREADS, Long.MAX_VALUE) <= MOST_THREADS) {
            answer("Thread.print", JNI_REFERENCES).ifPresent(count -> signals.put(Signal.JNI_REFERENCES, count));
        }
        if (nativeMemoryTracking) {
            nativeBytes().ifPresent(bytes -> signals.put(Signal.NATIVE, bytes));
        }
    }

    /**
     * Has malloc give back what it keeps of the longest batch so far: batches grow, and so would what it keeps. Other JVMs
     * and C libraries do not know how.
     */
    private void trim() {
        if (residentMemory.isEmpty() || !canTrim || !jvm.isOwn()) {
            return;
        }
        try {
            jvm.attachSocket().run("System.trim_native_heap", AttachSocket.QUICKLY);
        } catch (IOException e) {
            canTrim = false;
        }
    }

    private OptionalLong nativeBytes() {
        try {
            String summary = jvm.attachSocket().run("VM.native_memory summary", AttachSocket.QUICKLY);
            OptionalLong total = kibibytes(TOTAL, summary);
            OptionalLong heap = kibibytes(HEAP, summary);
            return total.isPresent() && heap.isPresent()
                    ? OptionalLong.of(total.getAsLong() - heap.getAsLong())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong answer(String command, Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(jvm.attachSocket().run(command, AttachSocket.QUICKLY));
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong kibibytes(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) * KIBI) : OptionalLong.empty();
    }
}
