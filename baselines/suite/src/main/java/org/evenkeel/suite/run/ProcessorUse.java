package org.evenkeel.suite.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Whether a process and those that it started have used the processor lately: what hangs seldom does, what starts slowly always. */
final class ProcessorUse {

    /** Long enough that a process which has to share the machine with many has had its turn. */
    private static final Duration LATELY = Duration.ofSeconds(2);

    /** Of one processor; what wakes up a thousand times a second only to wait again uses less. */
    private static final double LEAST_SHARE = 0.05;

    private final LongSupplier nanoClock;
    private final LongSupplier usedNanos;
    private final Deque<Reading> readings = new ArrayDeque<>();

    /**
     * Of whatever uses processors.
     *
     * @param nanoClock as {@link System#nanoTime()}
     * @param usedNanos processor time that was used so far
     */
    ProcessorUse(LongSupplier nanoClock, LongSupplier usedNanos) {
        this.nanoClock = nanoClock;
        this.usedNanos = usedNanos;
    }

    /** Of a process and its descendants. */
    static ProcessorUse of(ProcessHandle process) {
        return new ProcessorUse(System::nanoTime, () -> used(process));
    }

    private record Reading(long atNanos, long usedNanos) {}

    /** To be asked now and then; as long as it cannot be told, all is well. */
    boolean isAtWork() {
        Reading now = new Reading(nanoClock.getAsLong(), usedNanos.getAsLong());
        readings.addLast(now);
        Reading before = now;
        while (now.atNanos() - readings.getFirst().atNanos() >= LATELY.toNanos()) {
            before = readings.removeFirst();
        }
        if (before.equals(now)) {
            return true;
        }
        readings.addFirst(before);
        return now.usedNanos() - before.usedNanos() >= LEAST_SHARE * (now.atNanos() - before.atNanos());
    }

    private static long used(ProcessHandle process) {
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            return family.mapToLong(one ->
                            one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                    .sum();
        }
    }
}
