package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Holds what the leaking specimens say of themselves against the JVM's own figures. */
@Tag("long")
@Tag("specimens")
class LeakingSpecimensTest {
    private static final long MOST_OPERATIONS = 5_000_000;

    /** How long threads may take to get into each other's way once, on a machine that has other things to do. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /**
     * Growth below this drowns in what the JVM allocates for itself; only the specimen's own classes are counted then.
     */
    private static final long CLEAR_BYTES = 64 * 1024;

    @TestFactory
    Stream<DynamicTest> perOperation_measuredByTheJvm_isAsPlanted() {
        return leaking(leaks -> leaks.signal() != Signal.NATIVE && !leaks.scheduleDecides())
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    Leaks leaks = Specimens.leaks(type);
                    long operations = operations(leaks);
                    Growth growth = grow(type, leaks.minimumThreads() == 1 ? 1 : 10, operations);

                    assertThat((double) (growth.first() + growth.second()) / (3 * operations))
                            .as(
                                    "%s: %s per operation",
                                    type.getSimpleName(), leaks.signal().unit())
                            .isCloseTo(leaks.perOperation(), within(0.05 * leaks.perOperation()));
                    assertThat((double) growth.second() / (2 * operations))
                            .as(
                                    "%s: %s per operation later on",
                                    type.getSimpleName(), leaks.signal().unit())
                            .isCloseTo(leaks.perOperation(), within(0.1 * leaks.perOperation()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> leak_underContention_growsWithinItsBound() {
        return leaking(Leaks::scheduleDecides)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    long start = System.nanoTime();
                    long operations = 0;
                    try (Callers callers = new Callers(type, 10)) {
                        callers.run(100_000);
                        Reading before = Reading.take(type);
                        long growthBytes;
                        do {
                            callers.run(100_000);
                            operations += 100_000;
                            growthBytes = Reading.take(type).ownBytes() - before.ownBytes();
                        } while (growthBytes == 0 && System.nanoTime() - start < PATIENCE_NANOS);

                        assertThat(growthBytes).as(type.getSimpleName()).isPositive();
                        assertThat((double) growthBytes / operations)
                                .as(type.getSimpleName())
                                .isLessThan(Specimens.leaks(type).perOperation());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> leak_withFewerThanTheLeastThreads_isSteady() {
        return leaking(leaks -> leaks.minimumThreads() > 1)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    try (Callers callers =
                            new Callers(type, Specimens.leaks(type).minimumThreads() - 1)) {
                        callers.run(100_000);
                        Reading before = Reading.take(type);
                        callers.run(100_000);

                        assertThat(Reading.take(type).ownBytes()).isEqualTo(before.ownBytes());
                    }
                }));
    }

    private static Stream<Class<?>> leaking(java.util.function.Predicate<Leaks> kind) {
        return Specimens.LEAKING.stream().filter(type -> kind.test(Specimens.leaks(type)));
    }

    /** Growth over so many operations, and then over twice as many. */
    private record Growth(long first, long second) {}

    private static Growth grow(Class<?> type, int threads, long operations) throws Exception {
        Leaks leaks = Specimens.leaks(type);
        boolean ownClasses = leaks.signal() == Signal.HEAP && operations * leaks.perOperation() < CLEAR_BYTES;
        try (Callers callers = new Callers(type, threads)) {
            callers.start();
            callers.run(roundedUp(leaks.after(), leaks.period()) + operations);
            Reading start = Reading.take(type);
            callers.run(operations);
            Reading middle = Reading.take(type);
            callers.run(2 * operations);
            Reading end = Reading.take(type);
            return ownClasses
                    ? new Growth(middle.ownBytes() - start.ownBytes(), end.ownBytes() - middle.ownBytes())
                    : new Growth(
                            middle.of(leaks.signal()) - start.of(leaks.signal()),
                            end.of(leaks.signal()) - middle.of(leaks.signal()));
        }
    }

    /** Enough operations to see the leak clearly, and few enough to do no harm. */
    private static long operations(Leaks leaks) {
        long amount = switch (leaks.signal()) {
            case HEAP -> 512 * 1024;
            case DIRECT_BUFFERS -> 100;
            case MAPPED_BUFFERS, FILE_DESCRIPTORS, CLASSES -> 40;
            case THREADS -> 5;
            case TEMPORARY_FILES -> 20;
            case NATIVE -> 32 * 1024 * 1024;
        };
        long operations = Math.round(amount / leaks.perOperation());
        return roundedUp(Math.min(operations, MOST_OPERATIONS), leaks.period());
    }

    private static long roundedUp(long operations, int period) {
        return (operations + period - 1) / period * period;
    }
}
