package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what the clean specimens say of themselves against the JVM's own figures, over a long run. */
class CleanSpecimensTest {
    private static final int THREADS = 2;
    private static final int STRETCHES = 2;
    private static final long STRETCH_NANOS = 30_000_000;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    /** What the JVM takes for itself while the specimen runs. */
    private static final long MACHINERY_BYTES = 8 * 1024;

    private static final long MACHINERY_CLASSES = 16;

    /** Lets the JVM load what reading itself takes, so that the first specimen is not charged with it. */
    @BeforeAll
    static void rehearse() throws Exception {
        Class<?> type = Specimens.CLEAN.get(0);
        try (Callers callers = new Callers(type, THREADS)) {
            callers.run(1);
            Reading.take(type);
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
                        Reading level = settled(callers, type, empty);
                        Reading last = level;
                        for (int i = 0; i < STRETCHES; i++) {
                            callers.run(Math.max(500, clean.levelsOffAfter() / 2), STRETCH_NANOS);
                            last = settled(callers, type, empty);
                        }
                        if (!clean.swings()) {
                            assertThat(last.heapBytes() - level.heapBytes())
                                    .as("%s: bytes more than when it levelled off", type.getSimpleName())
                                    .isBetween(-MACHINERY_BYTES, MACHINERY_BYTES);
                        }
                        assertThat(last.classes() - level.classes())
                                .as("%s: classes", type.getSimpleName())
                                .isLessThanOrEqualTo(MACHINERY_CLASSES);
                        for (Signal signal : List.of(
                                Signal.DIRECT_BUFFERS,
                                Signal.MAPPED_BUFFERS,
                                Signal.THREADS,
                                Signal.FILE_DESCRIPTORS,
                                Signal.TEMPORARY_FILES)) {
                            assertThat(last.of(signal) - level.of(signal))
                                    .as("%s: %s", type.getSimpleName(), signal.label())
                                    .isLessThanOrEqualTo(2);
                        }
                    }
                }));
    }

    /**
     * What is held once a further operation has swept up what the collection found dead, as weak maps do on their next
     * use. Cleaners get a while on a machine that has other things to do; what is held beyond the bound then fails.
     */
    private static Reading settled(Callers callers, Class<?> type, Reading empty) throws Exception {
        long start = System.nanoTime();
        long bound = Specimens.clean(type).holdsAtMostBytes();
        Reading reading;
        do {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(5);
            callers.run(1);
            reading = Reading.take(type);
        } while (reading.heapBytes() - empty.heapBytes() > bound && System.nanoTime() - start < PATIENCE_NANOS);
        assertThat(reading.heapBytes() - empty.heapBytes())
                .as("%s: bytes held", type.getSimpleName())
                .isLessThanOrEqualTo(bound);
        return reading;
    }
}
