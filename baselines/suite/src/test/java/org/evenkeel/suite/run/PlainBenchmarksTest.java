package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.suite.plan.AbBenchmark;
import org.junit.jupiter.api.Test;

class PlainBenchmarksTest {

    private static final List<AbBenchmark> BEFORE =
            List.of(of("a.B.one", "1"), of("a.B.one", "2"), of("a.B.two", "1"), of("a.C.three", "1"));

    @Test
    void gone_isWhatWasAskedForAndOnlyTheBaseHas() {
        List<AbBenchmark> now = List.of(of("a.B.one", "1"), of("a.B.one", "2"));

        assertThat(new PlainBenchmarks.Asked("a.B", Map.of()).gone(BEFORE, now))
                .extracting(AbBenchmark::benchmark)
                .containsExactly("a.B.two");
        assertThat(new PlainBenchmarks.Asked("one", Map.of()).gone(BEFORE, now)).isEmpty();
        assertThat(new PlainBenchmarks.Asked(".*", Map.of()).gone(BEFORE, now)).hasSize(2);
    }

    @Test
    void gone_aValueOfAParameterTheCodeHasNoMore_unlessSomebodyGaveOthers() {
        List<AbBenchmark> now = List.of(of("a.B.one", "2"), of("a.B.one", "3"));

        assertThat(new PlainBenchmarks.Asked("one", Map.of()).gone(BEFORE, now)).containsExactly(of("a.B.one", "1"));
        assertThat(new PlainBenchmarks.Asked("one", Map.of("size", "2,3")).gone(BEFORE, now))
                .isEmpty();
    }

    private static AbBenchmark of(String name, String size) {
        return new AbBenchmark(name, new TreeMap<>(Map.of("size", size)), "thrpt", 1, "");
    }
}
