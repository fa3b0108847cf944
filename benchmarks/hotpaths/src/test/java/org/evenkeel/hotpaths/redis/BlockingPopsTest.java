package org.evenkeel.hotpaths.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.evenkeel.hotpaths.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time limit only turns a hang into a failure. */
@NeedsRedisServer
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingPopsTest {

    private Redis redis;
    private BlockingPops pops;

    @BeforeEach
    void open() {
        redis = Redis.open("queue=redis");
        pops = new BlockingPops(redis);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void pop_ofAListThatHasElements_takesTheFirst() throws InterruptedException {
        push("a", "b");

        assertThat(pops.pop("list")).isEqualTo("a");
        assertThat(pops.pop("list")).isEqualTo("b");
    }

    @Test
    void pop_ofAnInterruptedThread_takesNothingOrStaysInterrupted() {
        push("a");
        Thread.currentThread().interrupt();

        boolean taken;
        try {
            assertThat(pops.pop("list")).isEqualTo("a");
            taken = true;
            assertThat(Thread.interrupted()).isTrue();
        } catch (InterruptedException e) {
            taken = false;
        }

        assertThat(Replies.await(redis.commands().llen("list"))).isEqualTo(taken ? 0 : 1);
    }

    /** Interrupts fall at any moment, before, in and after the wait; every element must still come out once. */
    @Test
    void pop_whileInterruptsHail_losesNoElement() throws Exception {
        int takers = 4;
        int elements = 400;
        Set<String> taken = ConcurrentHashMap.newKeySet();
        AtomicInteger takes = new AtomicInteger();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Crowd crowd = Crowd.of(IntStream.range(0, takers).boxed().toList(), taker -> {
            threads.add(Thread.currentThread());
            while (takes.get() < elements) {
                try {
                    taken.add(pops.pop("list"));
                    takes.incrementAndGet();
                } catch (InterruptedException e) {
                    // Comes back for another, until there is no more to take.
                }
            }
        })) {
            for (int i = 0; i < elements; i++) {
                push(Integer.toString(i));
                threads.forEach(Thread::interrupt);
            }
            while (crowd.isRunning()) {
                threads.forEach(Thread::interrupt);
                Thread.sleep(1);
            }
            crowd.join();
        }

        assertThat(takes).hasValue(elements);
        assertThat(taken).hasSize(elements);
        assertThat(Replies.await(redis.commands().llen("list"))).isZero();
    }

    private void push(String... elements) {
        Replies.await(redis.commands().rpush("list", elements));
    }
}
