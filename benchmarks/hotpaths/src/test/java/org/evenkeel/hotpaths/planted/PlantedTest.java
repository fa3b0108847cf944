package org.evenkeel.hotpaths.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.evenkeel.hotpaths.OpenPath;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Invariants.Violation;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is what it says, by the JVM's own books. */
class PlantedTest {

    private static final int REQUESTS = 1_000;

    @Test
    void calibration_isWhatItIsFor() {
        assertThat(new Planted().calibration()).isTrue();
        assertThat(new Planted().parameters())
                .allSatisfy(parameter -> assertThat(parameter.role()).hasToString("FAULT"));
    }

    /** RFC 9923's vectors for 64-bit FNV-1a. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void fnv1a_publishedVectors_agrees(String text, String expected) {
        assertThat(PlantedCaller.fnv1a(text.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Long.parseUnsignedLong(expected, 16));
    }

    @Test
    void nothingPlanted_allocatesNothing() throws Exception {
        assertThat(allocatedBytesPerOperation("planted")).isLessThan(1);
    }

    @Test
    void allocate_isThatMuchGarbageAndTheHeader() throws Exception {
        assertThat(allocatedBytesPerOperation("planted?allocate=1000")).isBetween(1_000.0, 1_024.0);
    }

    @Test
    void sleep_takesAtLeastThatLong() throws Exception {
        try (OpenPath opened = open("planted?sleep=2")) {
            Caller caller = opened.workload().caller(0, 1);
            long start = System.nanoTime();
            caller.batch(10);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
        }
    }

    /** Four callers with five turns each, one after the other: nobody overlaps with anybody. */
    @Test
    void hold_isForOneCallerAtATime() throws Exception {
        try (OpenPath opened = open("planted?hold=1000000")) {
            long start = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Caller caller = opened.workload().caller(i, 1);
                Thread thread = new Thread(() -> {
                    try {
                        caller.batch(5);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
        }
    }

    @Test
    void spin_takesAtLeastThatLong() throws Exception {
        try (OpenPath opened = open("planted?spin=1000000")) {
            Caller caller = opened.workload().caller(0, 1);
            long start = System.nanoTime();
            caller.batch(20);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
        }
    }

    @Test
    void broken_breaksTheInvariantFromTheFirstOperationOn() throws Exception {
        try (OpenPath opened = open("planted?broken=true")) {
            opened.workload().caller(0, 1).request();
            opened.workload().checkInvariants();
            assertThat(opened.invariants().violations())
                    .extracting(Violation::invariant)
                    .containsExactly(PlantedWorkload.INVARIANT);
        }
    }

    @Test
    void leakHeap_holdsTheBytesUntilClose() throws Exception {
        assertHeld("planted?leak=100000&every=10", 100 * 100_016L, 50_000, PlantedTest::byteArrayBytes);
    }

    @Test
    void leakDirect_holdsTheBytesUntilClose() throws Exception {
        assertHeld(
                "planted?leak=4096&every=10&kind=direct",
                100 * 4096L,
                0,
                () -> directPool().getMemoryUsed());
        assertHeld(
                "planted?leak=4096&every=100&kind=direct",
                10,
                0,
                () -> directPool().getCount());
    }

    @Test
    void leakThread_holdsThreadsUntilClose() throws Exception {
        assertHeld(
                "planted?leak=1&every=50&kind=thread",
                20,
                0,
                () -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("planted-leak"))
                        .count());
    }

    @Test
    void leakDescriptor_holdsDescriptorsUntilClose() throws Exception {
        assertHeld("planted?leak=1&every=50&kind=descriptor", 20, 2, PlantedTest::openDescriptors);
    }

    @Test
    void leakClass_holdsClassesUntilClose() throws Exception {
        // Whatever the test itself needs is loaded by a first round.
        run("planted?leak=1&every=50&kind=class");
        assertHeld("planted?leak=1&every=10&kind=class", 100, 10, () -> {
            System.gc();
            return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        });
    }

    /** Makes a thousand requests, and looks what is there before, with them made, and after close. */
    private static void assertHeld(String spec, long expected, long tolerance, LongSupplier held) throws Exception {
        long before = held.getAsLong();
        try (OpenPath opened = open(spec)) {
            opened.workload().caller(0, 1).batch(REQUESTS);
            assertThat(held.getAsLong() - before).isBetween(expected - tolerance, expected + tolerance);
            opened.assertQuietAndConsistent();
        }
        awaitTrue(held, after -> after - before <= tolerance);
    }

    private static void run(String spec) throws Exception {
        try (OpenPath opened = open(spec)) {
            opened.workload().caller(0, 1).batch(REQUESTS);
        }
    }

    /** Memory outside the heap and classes go back when the collector has found them, a moment after the collection. */
    private static void awaitTrue(LongSupplier held, LongPredicate released) throws InterruptedException {
        for (int i = 0; i < 200 && !released.test(held.getAsLong()); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(held.getAsLong()).matches(released::test, "released after close");
    }

    private static OpenPath open(String spec) throws Exception {
        return OpenPath.of(new Planted(), PathSpec.parse(spec));
    }

    private static double allocatedBytesPerOperation(String spec) throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int operations = 20_000;
        try (OpenPath opened = open(spec)) {
            Caller caller = opened.workload().caller(0, 1);
            caller.batch(operations);
            long before = threads.getCurrentThreadAllocatedBytes();
            caller.batch(operations);
            return (double) (threads.getCurrentThreadAllocatedBytes() - before) / operations;
        }
    }

    private static BufferPoolMXBean directPool() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .findFirst()
                .orElseThrow();
    }

    private static long openDescriptors() {
        return ((com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    /** Bytes of live byte arrays, from the class histogram, which collects first. */
    private static long byteArrayBytes() {
        String histogram;
        try {
            histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {null},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        return histogram
                .lines()
                .filter(line -> line.contains("[B "))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                .sum();
    }
}
