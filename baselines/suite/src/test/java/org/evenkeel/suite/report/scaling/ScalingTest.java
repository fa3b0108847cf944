package org.evenkeel.suite.report.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;
import org.junit.jupiter.api.Test;

class ScalingTest {

    private static final String FORM = "org.evenkeel.jmh.HotPathBenchmark.";

    @Test
    void formsOfOnePath_areOnePlot_inTheOrderOfTheirCallers() {
        Scaling scaling = of(4, 1_000, 3_900).get(0);

        assertThat(scaling.name()).isEqualTo("documents");
        assertThat(scaling.points())
                .extracting(ScalingPoint::label)
                .containsExactly("single", "batch", "10 threads", "25 threads", "50 threads");
    }

    @Test
    void ideal_growsWithTheCallers_upToTheCpus_andIsNotForBatches() {
        Scaling scaling = of(4, 1_000, 3_900).get(0);

        assertThat(scaling.ideal(scaling.points().get(0))).hasValue(1_000);
        assertThat(scaling.ideal(scaling.points().get(1))).isEmpty();
        assertThat(scaling.ideal(scaling.points().get(2))).hasValue(4_000);
        assertThat(scaling.ideal(scaling.points().get(4))).hasValue(4_000);
    }

    @Test
    void ideal_withoutAKnownNumberOfCpus_isTheNumberOfCallers() {
        Scaling scaling = Scaling.of(session(1_000, 3_900), OptionalInt.empty()).get(0);

        assertThat(scaling.ideal(scaling.points().get(4))).hasValue(50_000);
    }

    @Test
    void throughputBelowHalfOfTheIdeal_isPointedOut_andAboveItIsNot() {
        assertThat(of(4, 1_000, 2_100).get(0).remarks()).isEmpty();
        assertThat(of(4, 1_000, 1_900).get(0).remarks())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo("documents scales poorly: 10 threads reach 48 % of the throughput that 4 CPUs would give.");
    }

    @Test
    void tailBeyondFiveTimesTheMedian_isPointedOut() {
        ScalingPoint narrow =
                new ScalingPoint("single", 1, OptionalDouble.empty(), OptionalDouble.of(1e-3), OptionalDouble.of(5e-3));
        ScalingPoint wide = new ScalingPoint(
                "tenThreads", 10, OptionalDouble.empty(), OptionalDouble.of(1e-3), OptionalDouble.of(5.1e-3));

        assertThat(new Scaling("p", List.of(narrow, wide), OptionalInt.empty()).remarks())
                .containsExactly("p, 10 threads: p99 is 5.100 times p50.");
        assertThat(wide.tail().orElseThrow()).isCloseTo(5.1, within(1e-12));
    }

    @Test
    void unitOfTheFile_saysNothing() {
        Session inMillis = new JmhText()
                .add("a.B.c", "thrpt", 1, Map.of(), "ops/ms", Map.of(), 1)
                .add("a.B.c", "thrpt", 8, Map.of(), "ops/ms", Map.of(), 4)
                .session("x");

        assertThat(Scaling.of(inMillis, OptionalInt.of(8)).get(0).points())
                .extracting(point -> point.throughput().orElseThrow())
                .containsExactly(1_000.0, 4_000.0);
    }

    @Test
    void benchmarkWithOneThreadCount_hasNoPlot() {
        assertThat(Scaling.of(new JmhText().add("a.B.c", "thrpt", "ops/s", 5).session("x"), OptionalInt.of(4)))
                .isEmpty();
    }

    private static List<Scaling> of(int cpus, double single, double many) {
        return Scaling.of(session(single, many), OptionalInt.of(cpus));
    }

    private static Session session(double single, double many) {
        Map<String, String> path = Map.of("path", "documents");
        return new JmhText()
                .add(FORM + "fiftyThreads", "thrpt", 50, path, "ops/s", Map.of(), many)
                .add(FORM + "tenThreads", "thrpt", 25, path, "ops/s", Map.of(), many)
                .add(FORM + "tenThreads", "thrpt", 10, path, "ops/s", Map.of(), many)
                .add(FORM + "batch", "thrpt", 1, path, "ops/s", Map.of(), single)
                .add(FORM + "single", "thrpt", 1, path, "ops/s", Map.of(), single)
                .session("x");
    }
}
