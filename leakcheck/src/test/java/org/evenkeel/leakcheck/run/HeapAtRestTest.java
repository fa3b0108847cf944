package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.leakcheck.run.HeapReader.Collecting.ALONE;
import static org.evenkeel.leakcheck.run.HeapReader.Collecting.NOT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.junit.jupiter.api.Test;

/** How often a heap is collected for a sample. */
class HeapAtRestTest {

    private static final HeapClass CLASS = new HeapClass("com.acme.Order", false);

    private final FakeJvm jvm = new FakeJvm();

    @Test
    void nothingReacts_theFirstSamplesAreTriedAndOneInEight_theOthersAreCollectedOnce() throws Exception {
        FakeHeap heap = new FakeHeap(reading -> 7, ALONE);

        List<Integer> collections = collectionsOf(heap, 24);

        List<Integer> expected = new ArrayList<>(Collections.nCopies(24, 1));
        List.of(1, 2, 3, 4, 8, 16, 24).forEach(tried -> expected.set(tried - 1, 2));
        assertThat(collections).isEqualTo(expected);
        assertThat(jvm.rests).isZero();
    }

    /** What starting left behind is no property of the workload. */
    @Test
    void theSecondCollectionOfTheFirstSampleTakesSomething_thatIsNoReason() throws Exception {
        FakeHeap heap = new FakeHeap(reading -> reading == 1 ? 9 : 7, ALONE);

        assertThat(collectionsOf(heap, 5).get(4)).isOne();
    }

    /** As finalizers do, whose work no bean counts once it is done. */
    @Test
    void theSecondCollectionTakesSomething_everySampleAfterIsCollectedTwice_andTheSecondCounts() throws Exception {
        FakeHeap heap = new FakeHeap(reading -> reading % 2 == 1 ? 9 : 7, ALONE);
        HeapAtRest atRest = new HeapAtRest(heap);

        atRest.read(jvm);
        long second = atRest.read(jvm).heap().totalBytes();
        heap.reading = 1;
        atRest.read(jvm);

        assertThat(second).isEqualTo(7 * 24);
        assertThat(jvm.rests).isOne();
    }

    @Test
    void aBufferReactsInALateSample_whichIsReadAgain_andAllAfterItAreCollectedTwice() throws Exception {
        FakeHeap heap = new FakeHeap(reading -> 7, ALONE);
        HeapAtRest atRest = new HeapAtRest(heap);
        for (int sample = 1; sample <= 10; sample++) {
            atRest.read(jvm);
        }
        int before = heap.reading;
        jvm.reacts = true;

        atRest.read(jvm);
        atRest.read(jvm);

        assertThat(heap.reading - before).isEqualTo(3);
        assertThat(jvm.rests).isOne();
    }

    /** As where the collector makes no collection for a histogram. */
    @Test
    void theFirstSampleHasReactions_orNoCollection_allAfterItAreCollectedTwice() throws Exception {
        jvm.reacts = true;
        HeapAtRest atRest = new HeapAtRest(new FakeHeap(reading -> 7, ALONE));

        atRest.read(jvm);
        atRest.read(jvm);

        assertThat(jvm.rests).isOne();
    }

    @Test
    void aReaderThatDoesNotCollect_hasTheWorkerDoItEachTime() throws Exception {
        HeapAtRest atRest = new HeapAtRest(new FakeHeap(reading -> 7, NOT));

        atRest.read(jvm);
        atRest.read(jvm);

        assertThat(jvm.rests).isEqualTo(2);
    }

    private List<Integer> collectionsOf(FakeHeap heap, int samples) throws Exception {
        HeapAtRest atRest = new HeapAtRest(heap);
        List<Integer> collections = new ArrayList<>();
        for (int sample = 1; sample <= samples; sample++) {
            int before = heap.reading;
            atRest.read(jvm);
            collections.add(heap.reading - before);
        }
        return collections;
    }

    private static final class FakeJvm implements CollectedJvm {
        private int rests;
        private boolean reacts;

        @Override
        public WorkerFrame rest(boolean collectTwice) {
            rests++;
            return frame();
        }

        @Override
        public void expectCollection() {}

        @Override
        public Reactions reactions() {
            return new Reactions(reacts, frame());
        }

        private static WorkerFrame frame() {
            return new WorkerFrame(Protocol.SAMPLED, new byte[Protocol.READINGS * Long.BYTES]);
        }
    }

    /** Holds so many orders at its n-th reading, the first of which is 1. */
    private static final class FakeHeap implements HeapReader {
        private final IntUnaryOperator orders;
        private final Collecting collecting;
        private int reading;

        FakeHeap(IntUnaryOperator orders, HeapReader.Collecting collecting) {
            this.orders = orders;
            this.collecting = collecting;
        }

        @Override
        public HeapSource source() {
            return HeapSource.HISTOGRAM;
        }

        @Override
        public Collecting collecting() {
            return collecting;
        }

        @Override
        public Reading read(long usedBytes, Instant asked) {
            reading++;
            int now = orders.applyAsInt(reading);
            HeapHistogram histogram = new HeapHistogram(Map.of(CLASS, new ClassCount(now, 24L * now)));
            return new Reading(histogram.totalBytes(), histogram);
        }
    }
}
