package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.workload.Invariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of workers, callers and documents when something goes wrong. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipelineTest {

    private static final Document GOOD = new Document(0, "good", new byte[0]);
    private static final Document BAD = new Document(1, "bad", new byte[0]);
    private static final Fingerprint FINGERPRINT = new Fingerprint("00", 1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Invariants invariants = new Invariants();
    private final Ledger ledger = new Ledger(2);

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, InterruptedException.class, StackOverflowError.class})
    void worker_whoseDocumentFails_tellsTheCallerAndGoesOn(Class<? extends Throwable> kind) throws Exception {
        Throwable cause = kind.getConstructor(String.class).newInstance("on purpose");
        try (Pipeline pipeline = pipeline(1, document -> {
            if (document.equals(BAD)) {
                rethrow(cause);
            }
            return FINGERPRINT;
        })) {
            for (int i = 0; i < 3; i++) {
                Receipt bad = handIn(pipeline, BAD);
                assertThatThrownBy(() -> bad.await(PATIENCE_NANOS))
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("document bad was not indexed")
                        .hasMessageContaining("on purpose")
                        .hasCause(cause);
                assertThat(handIn(pipeline, GOOD).await(PATIENCE_NANOS)).isEqualTo(FINGERPRINT);
            }
            pipeline.awaitQuiet(PATIENCE_NANOS);
        }
        assertThat(ledger.timesFailed(BAD.id())).isEqualTo(3);
        assertThat(ledger.timesIndexed(GOOD.id())).isEqualTo(3);
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void worker_interruptedByAStranger_goesOn() throws Exception {
        CompletableFuture<Thread> seen = new CompletableFuture<>();
        try (Pipeline pipeline = pipeline(1, document -> {
            seen.complete(Thread.currentThread());
            return FINGERPRINT;
        })) {
            handIn(pipeline, GOOD).await(PATIENCE_NANOS);
            Thread worker = seen.join();
            for (int i = 0; i < 20; i++) {
                worker.interrupt();
                assertThat(handIn(pipeline, GOOD).await(PATIENCE_NANOS)).isEqualTo(FINGERPRINT);
            }
            assertThat(worker.isAlive()).isTrue();
        }
        assertThat(seen.join().isAlive()).isFalse();
    }

    @Test
    void handIn_callerInterruptedWhileTheQueueIsFull_isNotHandedIn() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        try (Pipeline pipeline = pipeline(1, document -> {
            busy.countDown();
            release.await();
            return FINGERPRINT;
        })) {
            handIn(pipeline, GOOD);
            busy.await();
            handIn(pipeline, GOOD);
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread caller = new Thread(() -> {
                try {
                    handIn(pipeline, BAD);
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            });
            caller.start();
            while (caller.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            caller.interrupt();
            caller.join();
            assertThat(interrupted).isTrue();
            release.countDown();
            pipeline.awaitQuiet(PATIENCE_NANOS);
        }
        assertThat(ledger.timesHandedIn(BAD.id())).isZero();
        assertThat(ledger.timesIndexed(GOOD.id())).isEqualTo(2);
    }

    @Test
    void close_withDocumentsInTheQueue_failsThemInsteadOfLosingThem() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Receipt inHand;
        Receipt inQueue;
        try (Pipeline pipeline = pipeline(1, document -> {
            busy.countDown();
            never.await();
            return FINGERPRINT;
        })) {
            inHand = handIn(pipeline, GOOD);
            busy.await();
            inQueue = handIn(pipeline, BAD);
        }
        for (Receipt receipt : List.of(inHand, inQueue)) {
            assertThatThrownBy(() -> receipt.await(PATIENCE_NANOS)).isInstanceOf(ExecutionException.class);
        }
        assertThat(ledger.outstanding()).isZero();
    }

    @Test
    void handIn_afterClose_isRefused() {
        Pipeline pipeline = pipeline(2, document -> FINGERPRINT);
        pipeline.close();

        assertThatThrownBy(() -> handIn(pipeline, GOOD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void await_documentThatNeverComes_givesUpAndSaysHowMany() {
        Receipt receipt = new Receipt(3);
        receipt.indexed(FINGERPRINT);

        assertThatThrownBy(() -> receipt.await(1_000_000))
                .isInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("2 documents");
    }

    @Test
    void depth_ofWhatWaits_isCountedAndRemembered() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        try (Pipeline pipeline = pipeline(5, document -> {
            busy.countDown();
            release.await();
            return FINGERPRINT;
        })) {
            handIn(pipeline, GOOD);
            busy.await();
            for (int i = 0; i < 5; i++) {
                handIn(pipeline, GOOD);
            }
            assertThat(ledger.depth()).isEqualTo(5);
            release.countDown();
            pipeline.awaitQuiet(PATIENCE_NANOS);
        }
        assertThat(ledger.depth()).isZero();
        assertThat(ledger.highestDepth()).isEqualTo(5);
    }

    private Pipeline pipeline(int bound, DocumentHandler handler) {
        return new Pipeline(JdkWorkQueue.linked(bound), bound, 1, () -> handler, ledger, invariants);
    }

    private static Receipt handIn(Pipeline pipeline, Document document) throws InterruptedException {
        Receipt receipt = new Receipt(1);
        pipeline.handIn(document, receipt);
        return receipt;
    }

    private static void rethrow(Throwable cause) throws Exception {
        if (cause instanceof Error error) {
            throw error;
        }
        throw (Exception) cause;
    }
}
