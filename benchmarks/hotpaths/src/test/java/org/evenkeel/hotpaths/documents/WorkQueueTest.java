package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.hotpaths.redis.InstalledRedis;
import org.evenkeel.workload.BadPathException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of queue must do. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkQueueTest {

    private final List<WorkQueue> opened = new ArrayList<>();

    static Stream<String> kinds() {
        Stream<String> inThisJvm = Stream.of("array", "linked", "mpmc");
        return InstalledRedis.isThere() ? Stream.concat(inThisJvm, Stream.of("redis")) : inThisJvm;
    }

    @AfterEach
    void closeQueues() {
        opened.forEach(WorkQueue::close);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void take_several_comeInTheOrderInWhichTheyWerePut(String kind) throws Exception {
        WorkQueue queue = open(kind, 8);
        List<Job> jobs = IntStream.range(0, 8).mapToObj(WorkQueueTest::job).toList();
        for (Job job : jobs) {
            queue.put(job);
        }

        List<Job> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taken.add(queue.take());
            taken.add(queue.poll());
        }
        assertThat(taken).containsExactlyElementsOf(jobs);
        assertThat(queue.poll()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void put_intoAFullQueue_waitsForRoom(String kind) throws Exception {
        WorkQueue queue = open(kind, 2);
        queue.put(job(0));
        queue.put(job(1));
        Thread putting = start(() -> queue.put(job(2)));
        awaitParked(putting);

        assertThat(queue.take().document().id()).isZero();
        putting.join();
        assertThat(queue.take().document().id()).isEqualTo(1);
        assertThat(queue.take().document().id()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void take_fromAnEmptyQueue_waitsForAJob(String kind) throws Exception {
        WorkQueue queue = open(kind, 2);
        AtomicInteger taken = new AtomicInteger(-1);
        Thread taking = start(() -> taken.set(queue.take().document().id()));
        awaitParked(taking);

        queue.put(job(5));
        taking.join();
        assertThat(taken).hasValue(5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void interrupt_ofWhoWaits_endsTheWaitAndChangesNothing(String kind) throws Exception {
        WorkQueue queue = open(kind, 2);
        CountDownLatch interrupted = new CountDownLatch(2);
        Thread taking = start(() -> countInterrupt(queue::take, interrupted));
        awaitParked(taking);
        taking.interrupt();
        taking.join();
        queue.put(job(0));
        queue.put(job(1));
        Thread putting = start(() -> countInterrupt(
                () -> {
                    queue.put(job(2));
                    return job(2);
                },
                interrupted));
        awaitParked(putting);
        putting.interrupt();
        putting.join();

        assertThat(interrupted.getCount()).isZero();
        assertThat(queue.take().document().id()).isZero();
        assertThat(queue.take().document().id()).isEqualTo(1);
        assertThat(queue.poll()).isNull();
    }

    /** More threads than cores and a bound of 2, so that both ends park and are woken all the time. */
    @ParameterizedTest
    @MethodSource("kinds")
    void putAndTake_fromManyThreads_handOverEachJobOnce(String kind) throws Exception {
        int threads = 8;
        int jobsEach = kind.equals("redis") ? 250 : 5_000;
        WorkQueue queue = open(kind, 2);
        Set<Integer> taken = ConcurrentHashMap.newKeySet();
        AtomicInteger takes = new AtomicInteger();
        List<Integer> members = IntStream.range(0, 2 * threads).boxed().toList();
        try (Crowd crowd = Crowd.of(members, member -> {
            for (int i = 0; i < jobsEach; i++) {
                if (member < threads) {
                    queue.put(job(member * jobsEach + i));
                } else {
                    taken.add(queue.take().document().id());
                    takes.incrementAndGet();
                }
            }
        })) {
            crowd.join();
        }
        assertThat(takes).hasValue(threads * jobsEach);
        assertThat(taken).hasSize(threads * jobsEach);
        assertThat(queue.poll()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 2", "100, 64"})
    void queue_mpmcWithABoundItCannotKeep_saysWhichItCan(int bound, int next) {
        assertThatThrownBy(() -> Documents.queue("mpmc", bound))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("found \"" + bound + "\"")
                .hasMessageContaining("take " + next + " ");
    }

    @Test
    void queue_othersWithAnyBound_takeIt() throws Exception {
        for (String kind : List.of("array", "linked")) {
            WorkQueue queue = open(kind, 3);
            queue.put(job(0));
            queue.put(job(1));
            queue.put(job(2));
            Thread fourth = start(() -> queue.put(job(3)));
            awaitParked(fourth);
            queue.take();
            fourth.join();
        }
    }

    private WorkQueue open(String kind, int bound) {
        WorkQueue queue = Documents.queue(kind, bound);
        opened.add(queue);
        return queue;
    }

    private static Job job(int id) {
        return new Job(new Document(id, "job " + id, new byte[0]), new Receipt(1));
    }

    private static void countInterrupt(Waiting waiting, CountDownLatch interrupted) {
        try {
            waiting.run();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private interface Waiting {
        Job run() throws InterruptedException;
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private static Thread start(Action action) {
        Thread thread = new Thread(() -> {
            try {
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitParked(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("whether it still waits").isTrue();
            Thread.sleep(1);
        }
    }
}
