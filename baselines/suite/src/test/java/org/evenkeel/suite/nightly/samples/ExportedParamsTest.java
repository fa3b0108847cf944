package org.evenkeel.suite.nightly.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExportedParamsTest {

    @Test
    void read_whatWasWritten_isAsItWas() {
        Random random = new Random(7);
        for (int line = 0; line < 2000; line++) {
            SortedMap<String, String> params = new TreeMap<>();
            for (int param = 0; param < 4; param++) {
                params.put("p" + param, drawn(random));
            }

            assertThat(ExportedParams.read(ExportedParams.written(params))).isEqualTo(params);
        }
        assertThat(ExportedParams.written(new TreeMap<>(Map.of("a", "1", "b", "x=2"))))
                .isEqualTo("a=1;b=x=2");
        assertThat(ExportedParams.read("")).isEmpty();
    }

    private static String drawn(Random random) {
        return random.ints(random.nextInt(6), 0, 8)
                .mapToObj(letter -> String.valueOf("a\",\n; =b".charAt(letter)))
                .collect(Collectors.joining());
    }
}
