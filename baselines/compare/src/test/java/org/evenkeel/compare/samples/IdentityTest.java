package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void order_isThatOfBenchmarkModeThreadsParametersAndMetric_andKnowsWhatIsEqual() {
        List<Identity> sorted = List.of(
                identity("a.B.c", 1, Map.of(), "p50"),
                identity("a.B.c", 1, Map.of(), "score"),
                identity("a.B.c", 1, Map.of("size", "1"), "score"),
                identity("a.B.c", 1, Map.of("size", "1", "type", "x"), "p50"),
                identity("a.B.c", 1, Map.of("size", "1", "type", "x"), "score"),
                identity("a.B.c", 1, Map.of("size", "2"), "score"),
                identity("a.B.c", 1, Map.of("type", "a"), "score"),
                identity("a.B.c", 10, Map.of(), "score"),
                identity("a.B.d", 1, Map.of(), "score"));
        List<Identity> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(67));
        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(sorted);
        for (Identity one : sorted) {
            for (Identity other : sorted) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
            }
        }
    }

    @Test
    void path_ofAHotPath_isItsName_andOfAnyOtherBenchmarkItself() {
        Map<String, String> path = Map.of("path", "documents");

        assertThat(identity("x.HotPathBenchmark.tenThreads", 10, path, "score").path())
                .isEqualTo("documents");
        assertThat(identity("acme.Files.read", 1, path, "score").path()).isEqualTo("acme.Files.read{path=documents}");
        assertThat(identity("acme.Files.read", 1, Map.of(), "score").path()).isEqualTo("acme.Files.read");
    }

    private static Identity identity(String benchmark, int threads, Map<String, String> params, String metric) {
        return new Identity(benchmark, "avgt", threads, new TreeMap<>(params), metric);
    }
}
