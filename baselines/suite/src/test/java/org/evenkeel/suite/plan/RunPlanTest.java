package org.evenkeel.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

class RunPlanTest {

    private static final PlainBenchmark PARSE =
            new PlainBenchmark("com.acme.JsonBench.parse", new TreeMap<>(Map.of("size", "10")), "avgt");

    @Test
    void planOfPlainBenchmarks_namesEachOnce_whateverItsModes() {
        RunPlan plan = RunPlan.ofPlain(
                List.of(PARSE, new PlainBenchmark(PARSE.benchmark(), PARSE.params(), "thrpt")),
                Profile.SMOKE,
                List.of("-Xmx1g"));

        assertThat(plan.subjects()).containsExactly("JsonBench.parse(size=10)");
        assertThat(plan.benchmarks())
                .hasSize(2)
                .extracting(RunBenchmark::fileName)
                .doesNotHaveDuplicates();
        assertThat(plan.signature())
                .isEqualTo(
                        "benchmarks=[com.acme.JsonBench.parse{size=10} avgt, com.acme.JsonBench.parse{size=10} thrpt]"
                                + " profile=smoke jvmArguments=[-Xmx1g]");
        assertThat(RunPlan.subject(plan.signature()))
                .isEqualTo("com.acme.JsonBench.parse{size=10} avgt, com.acme.JsonBench.parse{size=10} thrpt");
    }

    @Test
    void plan_isOfHotPathsOrOfPlainBenchmarks() {
        List<PlannedPath> paths = List.of(new PlannedPath(PathSpec.parse("planted")));

        assertThatThrownBy(() -> new RunPlan(paths, List.of(Form.SINGLE), List.of(PARSE), Profile.SMOKE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunPlan.ofPlain(List.of(), Profile.SMOKE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RunPlan.subject(new RunPlan(paths, List.of(Form.SINGLE), Profile.SMOKE, List.of()).signature()))
                .isEqualTo("planted, single");
    }
}
