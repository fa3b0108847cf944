package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The index against plain arrays without concurrency, over the interleavings that Lincheck finds. One term comes and goes
 * in two documents, so that its list is retired and made anew all the time; every answer must be one that the arrays give
 * in some order. (With several terms a reader may see the old version under one and the new one under another; that is
 * documented, and not asked here.)
 */
@Tag("interleavings")
class IndexInterleavingTest {

    private static final int DOCUMENTS = 2;
    private static final String TERM = "union";

    @Test
    void index_inEveryInterleaving_answersAsOneByOne() {
        exploring(15).check(OfConcurrentIndex.class);
    }

    @Test
    void index_withListsThatNeverRetire_isFoundOut() {
        // It stops at the first scenario that shows the mistake; not every scenario can.
        assertThatThrownBy(() -> exploring(1_000).check(OfOrphaningIndex.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions exploring(int scenarios) {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(2)
                .iterations(scenarios)
                .invocationsPerIteration(150)
                .minimizeFailedScenario(false)
                .sequentialSpecification(OneByOne.class);
    }

    /** What an index of one term is: a frequency for each document. */
    public static final class OneByOne {
        private final int[] frequencies = new int[DOCUMENTS];

        public void put(int document, int frequency) {
            frequencies[document] = frequency;
        }

        public int frequency(int document) {
            return frequencies[document];
        }
    }

    /** An index under test, in which a document holds the term, or no term at all. */
    public abstract static class Driven {
        private final DocumentIndex index;

        Driven(DocumentIndex index) {
            this.index = index;
        }

        @Operation
        public void put(
                @Param(gen = IntGen.class, conf = "0:1") int document,
                @Param(gen = IntGen.class, conf = "0:1") int frequency) {
            TermCounts terms = frequency == 0
                    ? new TermCounts(new String[0], new int[0])
                    : new TermCounts(new String[] {TERM}, new int[] {frequency});
            index.put(new AnalyzedDocument(document, 1900, "A", new Fingerprint("", 0), terms));
        }

        @Operation
        public int frequency(@Param(gen = IntGen.class, conf = "0:1") int document) {
            return index.frequency(TERM, document);
        }
    }

    public static final class OfConcurrentIndex extends Driven {
        public OfConcurrentIndex() {
            super(new ConcurrentDocumentIndex());
        }
    }

    /** Takes an empty list out while another thread, which found it a moment ago, enters a document into it. */
    public static final class OfOrphaningIndex extends Driven {
        public OfOrphaningIndex() {
            super(new DocumentIndex() {
                private final ConcurrentMap<String, ConcurrentMap<Integer, Integer>> lists = new ConcurrentHashMap<>();

                @Override
                public void put(AnalyzedDocument document) {
                    ConcurrentMap<Integer, Integer> list =
                            lists.computeIfAbsent(TERM, term -> new ConcurrentHashMap<>());
                    if (document.terms().size() > 0) {
                        list.put(document.id(), document.terms().count(0));
                    } else {
                        list.remove(document.id());
                        if (list.isEmpty()) {
                            lists.remove(TERM, list);
                        }
                    }
                }

                @Override
                public @Nullable Entry entry(int document) {
                    return null;
                }

                @Override
                public int frequency(String term, int document) {
                    ConcurrentMap<Integer, Integer> list = lists.get(term);
                    return list == null ? 0 : list.getOrDefault(document, 0);
                }

                @Override
                public long postings() {
                    return lists.size();
                }
            });
        }
    }
}
