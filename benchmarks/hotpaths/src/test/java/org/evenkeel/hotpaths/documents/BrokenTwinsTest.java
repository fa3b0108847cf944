package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.hotpaths.corpus.Corpus;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Invariants.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For each promise of the path, a copy of one part that breaks it, to know that the invariant can fail. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenTwinsTest {

    private static final int BOUND = 4;
    private static final int WORKERS = 2;
    /** How long to wait for what is lost. A sound pipeline never waits that long for nothing to move. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private List<Document> documents = List.of();

    @BeforeEach
    void load() throws Exception {
        documents = Corpus.load().subList(0, 20);
    }

    @Test
    void soundParts_breakNothing() throws Exception {
        assertThat(run(JdkWorkQueue.array(BOUND), new ConcurrentDocumentIndex(), Documents::handlers))
                .isEmpty();
    }

    @Test
    void queue_thatDropsDocuments_isCaught() throws Exception {
        WorkQueue dropping = new FaultyQueue(JdkWorkQueue.array(BOUND)) {
            @Override
            public void put(Job job) throws InterruptedException {
                if (job.document().id() != 7) {
                    super.put(job);
                }
            }
        };

        assertThat(run(dropping, new ConcurrentDocumentIndex(), Documents::handlers))
                .anySatisfy(violation -> {
                    assertThat(violation.invariant()).isEqualTo(Rules.NONE_LOST);
                    assertThat(violation.firstEvidence())
                            .contains(documents.get(7).name(), "handed in 2 times", "processed 0 times");
                });
    }

    @Test
    void queue_thatDeliversTwice_isCaught() throws Exception {
        WorkQueue repeating = new FaultyQueue(JdkWorkQueue.linked(100)) {
            @Override
            public void put(Job job) throws InterruptedException {
                super.put(job);
                super.put(job);
            }
        };

        assertThat(run(repeating, new ConcurrentDocumentIndex(), Documents::handlers))
                .extracting(Violation::invariant)
                .contains(Rules.EXACTLY_ONCE);
    }

    @Test
    void worker_thatProcessesTwice_isCaught() throws Exception {
        Function<DocumentIndex, Supplier<DocumentHandler>> twice = index -> () -> {
            DocumentHandler once = Documents.handlers(index).get();
            return document -> {
                once.handle(document);
                return once.handle(document);
            };
        };

        assertThat(run(JdkWorkQueue.array(BOUND), new ConcurrentDocumentIndex(), twice))
                .extracting(Violation::invariant)
                .containsExactly(Rules.EXACTLY_ONCE);
    }

    @Test
    void worker_thatSkipsADocument_isCaught() throws Exception {
        Function<DocumentIndex, Supplier<DocumentHandler>> skipping = index -> () -> {
            DocumentHandler sound = Documents.handlers(index).get();
            return document -> document.id() == 3 ? new Fingerprint("", 0) : sound.handle(document);
        };

        assertThat(run(JdkWorkQueue.array(BOUND), new ConcurrentDocumentIndex(), skipping))
                .extracting(Violation::invariant)
                .containsExactly(Rules.INDEX);
    }

    @Test
    void queue_thatIgnoresItsBound_isCaught() throws Exception {
        WorkQueue unbounded = JdkWorkQueue.linked(1_000);

        assertThat(run(unbounded, new ConcurrentDocumentIndex(), slowly(Documents::handlers)))
                .extracting(Violation::invariant)
                .containsExactly(Rules.BOUND);
    }

    @Test
    void queue_thatKeepsItsBound_isNotSuspected_whenWorkersAreSlow() throws Exception {
        assertThat(run(JdkWorkQueue.linked(BOUND), new ConcurrentDocumentIndex(), slowly(Documents::handlers)))
                .isEmpty();
    }

    @Test
    void index_thatLosesAnUpdate_isCaught() throws Exception {
        AtomicInteger puts = new AtomicInteger();
        DocumentIndex forgetful = new FaultyIndex() {
            @Override
            public void put(AnalyzedDocument document) {
                // By then each document is in the index, so nothing but an update is missing.
                if (puts.incrementAndGet() != documents.size() + 13) {
                    super.put(document);
                }
            }
        };

        assertThat(run(JdkWorkQueue.array(BOUND), forgetful, Documents::handlers))
                .extracting(Violation::invariant)
                .containsExactly(Rules.INDEX);
    }

    @Test
    void index_thatLosesATerm_isCaught() throws Exception {
        DocumentIndex forgetful = new FaultyIndex() {
            @Override
            public int frequency(String term, int document) {
                return term.equals("congress") ? 0 : super.frequency(term, document);
            }
        };

        assertThat(run(JdkWorkQueue.array(BOUND), forgetful, Documents::handlers))
                .extracting(Violation::invariant)
                .containsExactly(Rules.INDEX);
    }

    @Test
    void index_thatKeepsTermsOfNobody_isCaught() throws Exception {
        DocumentIndex hoarding = new FaultyIndex() {
            @Override
            public void put(AnalyzedDocument document) {
                super.put(document);
                TermCounts stray = new TermCounts(new String[] {"stray" + document.id()}, new int[] {1});
                super.put(new AnalyzedDocument(1_000, 1900, "nobody", document.fingerprint(), stray));
            }
        };

        assertThat(run(JdkWorkQueue.array(BOUND), hoarding, Documents::handlers))
                .extracting(Violation::invariant)
                .containsExactly(Rules.INDEX);
    }

    /** What belongs to one worker shared by two, as somebody would do to save memory. */
    @Test
    void workers_thatShareTheirState_areCaught() throws Exception {
        Function<DocumentIndex, Supplier<DocumentHandler>> sharing = index -> {
            Document[] latest = new Document[1];
            return () -> {
                DocumentHandler own = Documents.handlers(index).get();
                return document -> {
                    latest[0] = document;
                    // Long enough for the other worker to come in between.
                    Thread.sleep(1);
                    return own.handle(latest[0]);
                };
            };
        };

        assertThat(run(JdkWorkQueue.array(BOUND), new ConcurrentDocumentIndex(), sharing))
                .isNotEmpty();
    }

    /** Hands in every document twice, from a caller that does not wait, and gives what was found broken. */
    private List<Violation> run(
            WorkQueue queue, DocumentIndex index, Function<DocumentIndex, Supplier<DocumentHandler>> handlers)
            throws Exception {
        Invariants invariants = new Invariants();
        Ledger ledger = new Ledger(documents.size());
        try (Pipeline pipeline = new Pipeline(queue, BOUND, WORKERS, handlers.apply(index), ledger, invariants)) {
            for (int round = 0; round < 2; round++) {
                for (Document document : documents) {
                    pipeline.handIn(document, new Receipt(1));
                }
            }
            pipeline.awaitQuiet(PATIENCE_NANOS);
            new Consistency(documents, ledger, index, invariants).check();
        }
        return invariants.violations();
    }

    private static Function<DocumentIndex, Supplier<DocumentHandler>> slowly(
            Function<DocumentIndex, Supplier<DocumentHandler>> handlers) {
        return index -> () -> {
            DocumentHandler handler = handlers.apply(index).get();
            return document -> {
                Thread.sleep(2);
                return handler.handle(document);
            };
        };
    }

    /** An index that does what the real one does, for tests that change one thing about it. */
    private static class FaultyIndex implements DocumentIndex {
        private final DocumentIndex index = new ConcurrentDocumentIndex();

        @Override
        public void put(AnalyzedDocument document) {
            index.put(document);
        }

        @Override
        public @Nullable Entry entry(int document) {
            return index.entry(document);
        }

        @Override
        public int frequency(String term, int document) {
            return index.frequency(term, document);
        }

        @Override
        public long postings() {
            return index.postings();
        }
    }
}
