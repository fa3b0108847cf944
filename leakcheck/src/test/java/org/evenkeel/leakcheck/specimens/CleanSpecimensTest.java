package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what the clean specimens say of themselves against the JVM's own figures, over a long run. */
class CleanSpecimensTest {
    private static final int THREADS = 2;
    private static final int STRETCHES = 2;
    private static final long STRETCH_NANOS = 30_000_000;
    private static final long MACHINERY_BYTES = 8 * 1024;
    private static final long MACHINERY_CLASSES = 16;

    @TestFactory
    Stream<DynamicTest> longRun_onceLevelledOff_staysWithinItsBounds() {
        return Specimens.CLEAN.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    Clean clean = Specimens.clean(type);
                    Reading empty = Reading.take(type);
                    try (Callers callers = new Callers(type, THREADS)) {
                        callers.start();
                        callers.run(clean.levelsOffAfter(), STRETCH_NANOS);
                        Reading level = settled(callers, type);
                        assertThat(level.heapBytes() - empty.heapBytes())
                                .as("%s: bytes held", type.getSimpleName())
                                .isLessThanOrEqualTo(clean.holdsAtMostBytes());
                        Reading last = level;
                        for (int i = 0; i < STRETCHES; i++) {
                            callers.run(Math.max(500, clean.levelsOffAfter() / 2), STRETCH_NANOS);
                            last = settled(callers, type);
                            assertThat(last.heapBytes() - empty.heapBytes())
                                    .as("%s: bytes held", type.getSimpleName())
                                    .isLessThanOrEqualTo(clean.holdsAtMostBytes());
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
     * use.
     */
    private static Reading settled(Callers callers, Class<?> type) throws Exception {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(5);
        callers.run(1);
        return Reading.take(type);
    }
}
