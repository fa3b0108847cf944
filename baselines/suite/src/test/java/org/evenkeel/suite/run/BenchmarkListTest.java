package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.AbBenchmark;
import org.junit.jupiter.api.Test;

class BenchmarkListTest {

    /** As JMH 1.37 prints it; a benchmark with two modes comes twice. */
    private static final List<String> PRINTED = List.of(
            "Benchmarks: ",
            "org.acme.Json.parse",
            "  param \"library\" = {jackson, gson}",
            "  param \"size\" = {10, 1000}",
            "org.acme.Plain.run",
            "org.acme.Json.parse",
            "  param \"library\" = {jackson, gson}",
            "  param \"size\" = {10, 1000}");

    @Test
    void parse_parameters_areCombined() {
        List<AbBenchmark> benchmarks = BenchmarkList.parse(PRINTED, Map.of(), "avgt");

        assertThat(benchmarks)
                .extracting(AbBenchmark::label)
                .containsExactly(
                        "Json.parse(library=jackson,size=10)",
                        "Json.parse(library=jackson,size=1000)",
                        "Json.parse(library=gson,size=10)",
                        "Json.parse(library=gson,size=1000)",
                        "Plain.run");
        assertThat(benchmarks).extracting(AbBenchmark::fileName).doesNotHaveDuplicates();
    }

    @Test
    void parse_givenValues_replaceTheBenchmarksOwn() {
        assertThat(BenchmarkList.parse(PRINTED, Map.of("library", "gson", "size", "7,8"), "avgt"))
                .extracting(AbBenchmark::label)
                .containsExactly("Json.parse(library=gson,size=7)", "Json.parse(library=gson,size=8)", "Plain.run");
    }

    @Test
    void requireKnown_aParameterThatNoBenchmarkHas_isRefusedWithThoseThereAre() {
        List<String> lines = List.of("a.B.c", "  param \"size\" = {1, 2}", "a.B.d");

        BenchmarkList.requireKnown(lines, List.of("size"), "the base");
        assertThatThrownBy(() -> BenchmarkList.requireKnown(lines, List.of("client"), "the base"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--param client")
                .hasMessageContaining("size");
    }
}
