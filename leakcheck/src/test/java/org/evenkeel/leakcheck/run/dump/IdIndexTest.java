package org.evenkeel.leakcheck.run.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdIndexTest {

    @ParameterizedTest(name = "seed {0}, {1} objects, up to {2} bytes from one to the next")
    @CsvSource({"1, 200000, 16", "2, 5000, 100", "3, 5000, 100000", "4, 5000, 4000000000", "5, 20, 40000000000"})
    void of_anyAddress_isItsPlaceInOrder(long seed, int objects, long widest) {
        Random random = new Random(seed);
        TreeSet<Long> ids = new TreeSet<>();
        long id = 0x7_0000_0000L;
        for (int i = 0; i < objects; i++) {
            id += 8 + (long) (random.nextDouble() * widest) / 8 * 8;
            ids.add(id);
        }
        List<Long> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        IdIndex.Builder builder = new IdIndex.Builder();
        shuffled.forEach(builder::add);
        IdIndex index = builder.build();

        assertThat(index.size()).isEqualTo(ids.size());
        int place = 0;
        for (long known : ids) {
            assertThat(index.of(known)).isEqualTo(place++);
            if (!ids.contains(known + 4)) {
                assertThat(index.of(known + 4)).isEqualTo(-1);
            }
        }
        assertThat(index.of(0)).isEqualTo(-1);
        assertThat(index.of(Long.MAX_VALUE)).isEqualTo(-1);
    }
}
