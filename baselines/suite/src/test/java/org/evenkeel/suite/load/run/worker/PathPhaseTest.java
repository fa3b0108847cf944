package org.evenkeel.suite.load.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;
import org.junit.jupiter.api.Test;

/** The runner in this JVM, on targets whose answer is known. */
class PhaseTest {

    private static final long MILLI = 1_000_000;

    /** Answers at once, but for the first {@code stallNanos} of each {@code periodNanos}, in which nobody is answered. */
    private record Stalling(long start, long periodNanos, long stallNanos) implements Workload, Caller {
        @Override
        public Caller caller(int index, long seed) {
            return this;
        }

        @Override
        public Object request() {
            long place = Math.floorMod(System.nanoTime() - start, periodNanos);
            while (place < stallNanos) {
                LockSupport.parkNanos(stallNanos - place);
                place = Math.floorMod(System.nanoTime() - start, periodNanos);
            }
            return this;
        }

        @Override
        public void close() {}
    }

    private static Counts run(Workload workload, PhaseOrder order, long start) throws InterruptedException {
        Order asked = new Order(
                1,
                false,
                1000,
                List.of(new Order.Target(true, "none")),
                List.of(new Order.User("user", 1, Think.NONE, List.of(new Order.Task("request", 1, 0, 1)))));
        Callers callers = new Callers(workload, 1);
        callers.prepare(order.users());
        Counts counts = new Counts(1);
        new PathPhase(
                        order,
                        new Requests(new Plan(asked), new Callers[] {callers}, counts),
                        start,
                        1,
                        Threads.of(false))
                .run();
        return counts;
    }

    @Test
    void openPhase_targetThatStallsAFifthOfTheTime_hasTheTailOfTheory() throws InterruptedException {
        long start = System.nanoTime() + 50 * MILLI;
        Counts counts = run(
                new Stalling(start, 1_000 * MILLI, 200 * MILLI),
                new PhaseOrder(PhaseOrder.Kind.CONSTANT, 5_000 * MILLI, 200, 500, 0, 0, 5_000 * MILLI),
                start);

        // P(wait > x) = 0.2 (1 - x / 200 ms), so one in a hundred waits for more than 190 ms.
        Histogram response = counts.tasks[0].responseSinceLast();
        assertThat(response.getTotalCount()).isEqualTo(2_500);
        assertThat(response.getValueAtPercentile(99) / (190.0 * MILLI)).isCloseTo(1, within(0.05));
        assertThat(response.getValueAtPercentile(90) / (100.0 * MILLI)).isCloseTo(1, within(0.1));
    }

    @Test
    void openPhase_withTwoCallersOnly_hasTheSameTail_andItsServiceTimeDoesNot() throws InterruptedException {
        long start = System.nanoTime() + 50 * MILLI;
        Counts counts = run(
                new Stalling(start, 1_000 * MILLI, 200 * MILLI),
                new PhaseOrder(PhaseOrder.Kind.CONSTANT, 5_000 * MILLI, 2, 500, 0, 0, 5_000 * MILLI),
                start);

        assertThat(counts.tasks[0].responseSinceLast().getValueAtPercentile(99) / (190.0 * MILLI))
                .isCloseTo(1, within(0.05));
        // Two callers meet each stall, of which they count one each: ten of 2,500.
        assertThat(counts.tasks[0].serviceSinceLast().getValueAtPercentile(99)).isLessThan(50 * MILLI);
        assertThat(counts.waited.sum()).isPositive();
    }

    @Test
    void openPhase_targetThatAnswersNobody_countsWhatWasNeverBegun_forAsLongAsItWaited() throws InterruptedException {
        long start = System.nanoTime();
        Counts counts = run(
                new Stalling(start, 3_600_000 * MILLI, 700 * MILLI),
                new PhaseOrder(PhaseOrder.Kind.CONSTANT, 500 * MILLI, 1, 100, 0, 0, 0),
                start);

        assertThat(counts.tasks[0].done()).isEqualTo(1);
        assertThat(counts.tasks[0].dropped()).isEqualTo(49);
        assertThat(counts.tasks[0].responseSinceLast().getTotalCount()).isEqualTo(50);
    }

    @Test
    void closedPhase_usersWhoThink_askAsOftenAsTheirThinkTimeSays() throws InterruptedException {
        long start = System.nanoTime() + 20 * MILLI;
        Order order = new Order(
                1,
                false,
                1000,
                List.of(new Order.Target(true, "none")),
                List.of(new Order.User(
                        "user",
                        1,
                        new Think(Think.Kind.EXPONENTIAL, 20 * MILLI, 20 * MILLI),
                        List.of(new Order.Task("request", 1, 0, 1)))));
        Callers callers = new Callers(new Stalling(start, TimeUnit.HOURS.toNanos(1), 0), 1);
        callers.prepare(20);
        Counts counts = new Counts(1);
        new PathPhase(
                        new PhaseOrder(PhaseOrder.Kind.CLOSED, 2_000 * MILLI, 20, 0, 0, 0, 0),
                        new Requests(new Plan(order), new Callers[] {callers}, counts),
                        start,
                        1,
                        Threads.of(false))
                .run();

        // 20 users, 2 s, 20 ms each.
        assertThat(counts.tasks[0].done() / 2_000.0).isCloseTo(1, within(0.2));
    }

    @Test
    void request_allocatesNothing_ofTheDriver() throws InterruptedException {
        DriverOverhead.closed(300 * MILLI);

        assertThat(DriverOverhead.closed(1_500 * MILLI).bytesPerRequest()).isLessThan(0.5);
    }

    @Test
    void bursts_allUsersAtOnce_countFromTheSameMoment() throws InterruptedException {
        long start = System.nanoTime() + 50 * MILLI;
        Counts counts = run(
                new Stalling(start, TimeUnit.HOURS.toNanos(1), 0),
                new PhaseOrder(PhaseOrder.Kind.BURSTS, 300 * MILLI, 20, 0, 3, 100 * MILLI, 1_000 * MILLI),
                start);

        assertThat(counts.tasks[0].done()).isEqualTo(60);
    }

    @Test
    void request_thatThrows_isAnErrorOfItsKind() throws InterruptedException {
        Workload failing = new Workload() {
            private final AtomicInteger number = new AtomicInteger();

            @Override
            public Caller caller(int index, long seed) {
                return () -> {
                    throw new IllegalStateException("request " + number.incrementAndGet() + " failed");
                };
            }

            @Override
            public void close() {}
        };
        long start = System.nanoTime();
        Counts counts =
                run(failing, new PhaseOrder(PhaseOrder.Kind.BURSTS, 100 * MILLI, 5, 0, 1, 100 * MILLI, 0), start);

        assertThat(counts.tasks[0].errors()).isEqualTo(5);
        assertThat(counts.errors.kinds()).containsOnlyKeys("java.lang.IllegalStateException: request # failed");
    }
}
