package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TermTableTest {

    /** Up to 10,000 distinct terms, so that the table grows several times; then fewer, in the same table. */
    @TestFactory
    Stream<DynamicTest> add_randomTerms_countsAsAMapDoes() {
        TermTable table = new TermTable();
        return LongStream.of(1, 2, 3, 4, 5)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    int vocabulary = 1 + random.nextInt(20_000);
                    Map<String, Integer> expected = new LinkedHashMap<>();
                    table.clear();
                    for (int i = 0; i < 30_000; i++) {
                        String term = Integer.toString(random.nextInt(vocabulary), 36);
                        expected.merge(term, 1, Integer::sum);
                        table.add(term.toCharArray(), 0, term.length());
                    }

                    Map<String, Integer> found = new LinkedHashMap<>();
                    TermCounts counts = table.toTermCounts();
                    for (int i = 0; i < counts.size(); i++) {
                        found.put(counts.term(i), counts.count(i));
                    }
                    assertThat(found).containsExactlyEntriesOf(expected);
                    assertThat(table.size()).isEqualTo(expected.size());
                }));
    }
}
