package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.LeakVerdictName;
import org.junit.jupiter.api.Test;

class SideFilesTest {

    @Test
    void leakcheck_oneResultOrSeveral_areRows() {
        String one = "{\"schemaVersion\":1,\"workload\":\"planted?leak=64\",\"verdict\":\"GROWING\",\"signals\":[{}],"
                + "\"bytesPerOperation\":{\"estimate\":64.2,\"lower\":64,\"upper\":65,\"confidenceLevel\":0.99}}";
        String other = "{\"workload\":\"documents\",\"verdict\":\"STEADY\",\"bytesPerOperation\":null}";

        LeakResult growing = LeakcheckReader.read(in(one), "leakcheck.json").get(0);
        assertThat(growing.verdict()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(growing.bytesPerOperation()).contains(64.2);
        assertThat(growing.interval()).contains(new Interval(64, 65, 0.99));
        assertThat(growing.identity().params()).containsEntry("path", "planted?leak=64");

        List<LeakResult> both = LeakcheckReader.read(in("[" + one + "," + other + "]"), "leakcheck.json");
        assertThat(both).hasSize(2);
        assertThat(both.get(1).interval()).isEmpty();
    }

    @Test
    void leakcheck_unknownVerdict_isRefused() {
        assertThatThrownBy(
                        () -> LeakcheckReader.read(in("{\"workload\":\"x\",\"verdict\":\"FINE\"}"), "leakcheck.json"))
                .hasMessageContaining("leakcheck.json:1: expected one of the verdicts");
    }

    @Test
    void invalid_benchmark_takesAllItsMetricsOutOfTheSession() {
        Session session = new JmhText()
                .add("a.B.c", "avgt", 10, Map.of("x", "1"), "ns/op", Map.of("gc.alloc.rate.norm", new double[] {1}), 5)
                .add("a.B.d", "avgt", "ns/op", 5)
                .session("run.json");
        List<InvalidBenchmark> invalid = InvalidReader.read(
                in("[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"threads\":10,\"params\":{\"x\":\"1\"},"
                        + "\"reason\":\"lost 3\"}]"),
                "invalid.json");

        Session sound = session.with(List.of(), invalid, Optional.empty());

        assertThat(sound.series().keySet()).extracting(Identity::benchmark).containsExactly("a.B.d");
        assertThat(sound.invalid()).extracting(InvalidBenchmark::reason).containsExactly("lost 3");
    }

    @Test
    void environment_writtenAndRead_isTheSame() {
        Environment environment = new Environment(
                new TreeMap<>(Map.of("cpu.model", "A \"quoted\" CPU", "cpu.count", "2")),
                new TreeMap<>(Map.of("commit", "abc")));

        String text = EnvironmentJson.write(environment);

        assertThat(EnvironmentJson.read(in(text), "environment.json")).isEqualTo(environment);
        assertThat(text).as("one fact per line").contains("\n    \"cpu.count\" : \"2\",\n");
    }

    @Test
    void differences_factThatOneSideDoesNotKnow_isNone() {
        assertThat(Environment.differences(
                        new TreeMap<>(Map.of("a", "1", "b", "2", "c", "3")),
                        new TreeMap<>(Map.of("a", "1", "b", "4", "d", "5"))))
                .containsExactly(Map.entry("b", new Environment.Difference("2", "4")));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
