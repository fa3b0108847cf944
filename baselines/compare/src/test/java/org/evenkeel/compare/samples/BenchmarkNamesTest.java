package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkNamesTest {

    @Test
    void namesThatAreApart_haveNoPackage() {
        assertThat(labels("a.b.Load.read", "a.b.Load.write", "a.c.Store.read"))
                .containsExactly("Load.read avgt t=1", "Load.write avgt t=1", "Store.read avgt t=1");
    }

    @Test
    void namesThatWouldBeOne_haveAsMuchOfThePackageAsTellsThemApart() {
        assertThat(labels("a.js.Load.read", "a.jvm.Load.read", "a.jvm.Load.write"))
                .containsExactly("js.Load.read avgt t=1", "jvm.Load.read avgt t=1", "Load.write avgt t=1");
        assertThat(labels("a.x.p.Load.read", "a.y.p.Load.read"))
                .containsExactly("x.p.Load.read avgt t=1", "y.p.Load.read avgt t=1");
    }

    @Test
    void aNameThatIsTheEndOfAnother_isWhole() {
        assertThat(labels("Load.read", "p.Load.read")).containsExactly("Load.read avgt t=1", "p.Load.read avgt t=1");
        assertThat(labels("read", "p.Load.read")).containsExactly("read avgt t=1", "Load.read avgt t=1");
    }

    @Test
    void whatIsPrinted_isWhatMayBeGiven() {
        Identity one = identity("a.js.Load.read");

        assertThat(List.of("Load.read", "js.Load.read", "a.js.Load.read", "js.Load.read avgt t=1"))
                .allMatch(one::isCalled);
        assertThat(List.of("read", "s.Load.read", "jvm.Load.read", "Load.read avgt t=2", ""))
                .filteredOn(one::isCalled)
                .containsExactly("read");
    }

    @Test
    void aVeryLongName_isCut_staysApart_andMayBeGivenAsItIsShown() {
        String middle = "x".repeat(10_000);
        Identity one =
                new Identity("a.B.c", "avgt", 1, new TreeMap<>(Map.of("p", "1" + middle + "a" + middle)), "score");
        Identity other =
                new Identity("a.B.c", "avgt", 1, new TreeMap<>(Map.of("p", "1" + middle + "b" + middle)), "score");
        BenchmarkNames names = BenchmarkNames.of(List.of(one, other));

        assertThat(names.label(one))
                .hasSizeLessThan(350)
                .startsWith("B.c(p=1xx")
                .endsWith("xx) avgt t=1");
        assertThat(names.label(one)).isNotEqualTo(names.label(other));
        assertThat(one.isCalled(names.label(one))).isTrue();
        assertThat(one.isCalled(names.benchmarkLabel(one))).isTrue();
        assertThat(other.isCalled(names.label(one))).isFalse();
        assertThat(names.line(one)).endsWith(" avgt t=1 score");
    }

    private static List<String> labels(String... benchmarks) {
        List<Identity> identities =
                Arrays.stream(benchmarks).map(BenchmarkNamesTest::identity).toList();
        BenchmarkNames names = BenchmarkNames.of(identities);
        return identities.stream().map(names::label).toList();
    }

    private static Identity identity(String benchmark) {
        return new Identity(benchmark, "avgt", 1, new TreeMap<>(), "score");
    }
}
