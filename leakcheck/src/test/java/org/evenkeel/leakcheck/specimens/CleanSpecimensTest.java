package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Holds what the clean specimens say of themselves against the JVM's own figures, over a long run. */
@Tag("long")
@Tag("specimens")
class CleanSpecimensTest {
    private static final int THREADS = 2;
    private static final int STRETCHES = 2;
    private static final long STRETCH_NANOS = 30_000_000;

    /** How long cleaners, finalizers and idle threads may take on a machine that has other things to do. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** What the JVM takes for itself while a specimen runs. */
    private static final long MACHINERY_BYTES = 8 * 1024;

    private static final long MACHINERY_CLASSES = 16;
    private static final long MACHINERY_THREADS = 2;

    /** Lets the JVM load what reading and judging take, so that the first specimen is not charged with it. */
    @BeforeAll
    static void rehearse() throws Exception {
        Class<?> type = Specimens.CLEAN.get(0);
        try (Callers callers = new Callers(type, THREADS)) {
            callers.run(1);
            Reading reading = Reading.take(type);
            assertThat(breaches(Specimens.clean(type), reading, reading, reading))
                    .as(type.getSimpleName())
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> longRun_onceLevelledOff_staysWithinItsBounds() {
        return Specimens.CLEAN.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    Clean clean = Specimens.clean(type);
                    Reading empty = Reading.take(type);
                    try (Callers callers = new Callers(type, THREADS)) {
                        callers.start();
                        callers.run(clean.levelsOffAfter(), STRETCH_NANOS);
                        Reading level = settled(callers, type, empty, null);
                        for (int i = 0; i < STRETCHES; i++) {
                            callers.run(Math.max(500, clean.levelsOffAfter() / 2), STRETCH_NANOS);
                            settled(callers, type, empty, level);
                        }
                    }
                }));
    }

    /**
     * What is held once a further operation has swept up what the collection found dead, as weak maps do on their next
     * use. It is read again while it is too much, and what stays too much is a failure.
     *
     * @param empty what was held before the specimen was made
     * @param level what was held when it had levelled off, or null while that is found out
     */
    private static Reading settled(Callers callers, Class<?> type, Reading empty, @Nullable Reading level)
            throws Exception {
        long start = System.nanoTime();
        Reading reading;
        List<String> breaches;
        do {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(5);
            callers.run(1);
            reading = Reading.take(type);
            breaches = breaches(Specimens.clean(type), empty, level, reading);
        } while (!breaches.isEmpty() && System.nanoTime() - start < PATIENCE_NANOS);
        assertThat(breaches).as(type.getSimpleName()).isEmpty();
        return reading;
    }

    private static List<String> breaches(Clean clean, Reading empty, @Nullable Reading level, Reading now) {
        List<String> breaches = new ArrayList<>();
        long heldBytes = now.heapBytes() - empty.heapBytes();
        if (heldBytes > clean.holdsAtMostBytes()) {
            breaches.add("holds " + heldBytes + " bytes, at most " + clean.holdsAtMostBytes() + " expected");
        }
        if (level == null) {
            return breaches;
        }
        long moreBytes = now.heapBytes() - level.heapBytes();
        if (!clean.swings() && Math.abs(moreBytes) > MACHINERY_BYTES) {
            breaches.add("holds " + moreBytes + " bytes more than when it had levelled off");
        }
        for (Signal signal : Signal.values()) {
            if (signal != Signal.HEAP && signal != Signal.NATIVE) {
                long more = now.of(signal) - level.of(signal);
                if (more > allowed(signal)) {
                    breaches.add("has " + more + " " + signal.unit() + " more than when it had levelled off");
                }
            }
        }
        return breaches;
    }

    private static long allowed(Signal signal) {
        return switch (signal) {
            case CLASSES -> MACHINERY_CLASSES;
            case THREADS -> MACHINERY_THREADS;
            default -> 0;
        };
    }
}
