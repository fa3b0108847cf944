package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PostingListTest {

    @TestFactory
    Stream<DynamicTest> putAndRemove_atRandom_keepWhatAMapKeeps() {
        return LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    PostingList list = new PostingList("union");
                    TreeMap<Integer, Integer> expected = new TreeMap<>();
                    list.put(1000, 1);
                    expected.put(1000, 1);
                    for (int i = 0; i < 2_000; i++) {
                        int document = random.nextInt(60);
                        if (random.nextInt(3) == 0) {
                            list.remove(document);
                            expected.remove(document);
                        } else {
                            assertThat(list.put(document, i)).isTrue();
                            expected.put(document, i);
                        }
                        assertThat(list.size()).isEqualTo(expected.size());
                        int asked = random.nextInt(60);
                        assertThat(list.frequency(asked)).isEqualTo(expected.getOrDefault(asked, 0));
                    }
                }));
    }

    @Test
    void remove_last_retiresTheList() {
        PostingList list = new PostingList("union");
        list.put(1, 5);
        list.put(2, 5);

        assertThat(list.remove(1)).isFalse();
        assertThat(list.remove(2)).isTrue();
        assertThat(list.put(3, 5)).isFalse();
        assertThat(list.size()).isZero();
    }
}
