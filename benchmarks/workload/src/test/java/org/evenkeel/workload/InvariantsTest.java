package org.evenkeel.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.workload.Invariants.Violation;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private final Invariants invariants = new Invariants();

    @Test
    void violations_whileEverythingHolds_isEmpty() {
        invariants.require(true, "limit", () -> "never asked");

        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void require_brokenTwice_keepsTheFirstEvidenceAndCounts() {
        invariants.require(false, "limit", () -> "11 active, limit 10");
        invariants.require(false, "limit", () -> "12 active, limit 10");

        assertThat(invariants.violations()).containsExactly(new Violation("limit", 2, "11 active, limit 10"));
        assertThat(invariants.violations().get(0)).hasToString("limit: 11 active, limit 10 (2 times)");
    }

    @Test
    void violations_ofSeveralInvariants_areSortedByName() {
        invariants.broken("quiet", "1 in flight");
        invariants.broken("limit", "11 active");

        assertThat(invariants.violations()).extracting(Violation::invariant).containsExactly("limit", "quiet");
        assertThat(invariants.violations().get(0)).hasToString("limit: 11 active");
    }

    @Test
    void require_fromManyThreads_countsEveryBreachAndAsksForEvidenceOnce() throws Exception {
        int threads = 8;
        int breaches = 10_000;
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                for (int i = 0; i < breaches; i++) {
                    invariants.require(false, "limit", () -> "evidence " + asked.incrementAndGet());
                }
            });
        }
        start.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(invariants.violations())
                .containsExactly(new Violation("limit", (long) threads * breaches, "evidence 1"));
    }
}
