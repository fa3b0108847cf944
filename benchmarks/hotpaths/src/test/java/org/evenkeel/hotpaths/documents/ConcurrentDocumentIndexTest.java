package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.documents.DocumentIndex.Entry;
import org.junit.jupiter.api.Test;

class ConcurrentDocumentIndexTest {

    private final ConcurrentDocumentIndex index = new ConcurrentDocumentIndex();

    @Test
    void put_newVersion_replacesTermsAndCountsTheRevision() {
        index.put(document(1, Map.of("union", 2, "state", 1)));
        index.put(document(2, Map.of("union", 1)));
        index.put(document(1, Map.of("union", 3, "war", 4)));

        assertThat(index.frequency("union", 1)).isEqualTo(3);
        assertThat(index.frequency("union", 2)).isEqualTo(1);
        assertThat(index.frequency("war", 1)).isEqualTo(4);
        assertThat(index.frequency("state", 1)).isZero();
        assertThat(index.postings()).isEqualTo(3);
        assertThat(revision(1)).isEqualTo(2);
        assertThat(revision(2)).isEqualTo(1);
    }

    @Test
    void put_sameTermsInAnotherOrder_loseNone() {
        Map<String, Integer> reversed = new LinkedHashMap<>();
        reversed.put("b", 2);
        reversed.put("a", 1);
        Map<String, Integer> straight = new LinkedHashMap<>();
        straight.put("a", 3);
        straight.put("b", 4);

        index.put(document(1, straight));
        index.put(document(1, reversed));

        assertThat(index.frequency("a", 1)).isEqualTo(1);
        assertThat(index.frequency("b", 1)).isEqualTo(2);
        assertThat(index.postings()).isEqualTo(2);
    }

    @Test
    void entry_neverEntered_isNull() {
        assertThat(index.entry(9)).isNull();
        assertThat(index.frequency("union", 9)).isZero();
    }

    /**
     * Ten threads enter ever changing versions of few documents from few terms, so that terms vanish and come back all
     * the time; then one last version of each is entered, and nothing of an earlier one may be left.
     */
    @Test
    void put_fromManyThreads_leavesTheLastVersionsAndNothingElse() throws Exception {
        int documents = 4;
        int puts = 2_000;
        List<Integer> seeds = IntStream.range(0, 10).boxed().toList();
        try (Crowd crowd = Crowd.of(seeds, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < puts; i++) {
                index.put(document(random.nextInt(documents), randomTerms(random)));
            }
        })) {
            crowd.join();
        }
        long revisions = IntStream.range(0, documents).mapToLong(this::revision).sum();
        assertThat(revisions).isEqualTo((long) seeds.size() * puts);

        List<Integer> all = IntStream.range(0, documents).boxed().toList();
        try (Crowd crowd = Crowd.of(all, id -> index.put(document(id, Map.of("last", 1 + id, "term" + id, 7))))) {
            crowd.join();
        }
        assertThat(index.postings()).isEqualTo(2L * documents);
        for (int id = 0; id < documents; id++) {
            assertThat(index.frequency("last", id)).isEqualTo(1 + id);
            assertThat(index.frequency("term" + id, id)).isEqualTo(7);
        }
    }

    private static Map<String, Integer> randomTerms(SplittableRandom random) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            terms.put("term" + random.nextInt(6), 1 + random.nextInt(5));
        }
        return terms;
    }

    private long revision(int document) {
        Entry entry = index.entry(document);
        return Objects.requireNonNull(entry).revision();
    }

    private static AnalyzedDocument document(int id, Map<String, Integer> terms) {
        List<String> words = new ArrayList<>(terms.keySet());
        int[] counts = words.stream()
                .mapToInt(word -> Objects.requireNonNull(terms.get(word)))
                .toArray();
        return new AnalyzedDocument(
                id, 1900, "A", new Fingerprint("", 0), new TermCounts(words.toArray(String[]::new), counts));
    }
}
