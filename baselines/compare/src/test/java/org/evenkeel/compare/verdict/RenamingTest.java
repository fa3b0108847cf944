package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** A benchmark that was renamed, and became ten times as slow. */
class RenamingTest {

    private static final Session BASE = work("size", 100);
    private static final Session CURRENT = work("length", 1000);

    @Test
    void renamedBenchmark_isNamedOnBothSides_andLeavesTheRunOpen() {
        Comparison comparison = Comparer.compare(List.of(BASE), List.of(CURRENT), List.of(), Options.DEFAULT);

        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(comparison.oneSided()).hasSize(2);
        assertThat(comparison.vanished())
                .singleElement()
                .satisfies(gone ->
                        assertThat(gone.likely().orElseThrow().label()).isEqualTo("B.work(length=10) avgt t=1"));
    }

    @Test
    void renamedBenchmark_thatIsMapped_isCompared() {
        List<Session> base =
                Renaming.parse("B.work(size=10) -> B.work(length=10)").applyTo(List.of(BASE), List.of(CURRENT));

        Comparison comparison = Comparer.compare(base, List.of(CURRENT), List.of(), Options.DEFAULT);

        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(comparison.oneSided()).isEmpty();
    }

    @Test
    void namesOfNothing_areRefused() {
        assertThatThrownBy(() -> Renaming.parse("a=b"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected a renaming");
        assertThatThrownBy(() -> Renaming.parse("B.none -> B.work(length=10)").applyTo(List.of(BASE), List.of(CURRENT)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the baseline has no benchmark \"B.none\"");
        assertThatThrownBy(() -> Renaming.parse("B.work(size=10) -> B.none").applyTo(List.of(BASE), List.of(CURRENT)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the present side has no benchmark \"B.none\"");
    }

    private static Session work(String parameter, double time) {
        return new JmhText()
                .add(
                        "a.B.work",
                        "avgt",
                        1,
                        Map.of(parameter, "10"),
                        "ns/op",
                        Map.of(),
                        time,
                        time * 1.001,
                        time * 0.999)
                .add("a.B.calm", "avgt", "ns/op", 50, 50.1, 50)
                .session("run.json");
    }
}
