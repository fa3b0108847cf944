package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan some of whose benchmarks misbehave; in the place of JMH stands a script that does what their names say. */
class MeasurementTest {

    private static final TimeLimit LIMIT =
            new TimeLimit(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void run_benchmarksThatHangOrCrash_areNamedAndTheOthersAreMeasured() throws Exception {
        RunPlan plan = plan("hangs", "good", "halts", "crashes", "fine");
        RunFolder out = RunFolder.open(folder.resolve("run"), plan, false);
        Measurement measurement = new Measurement(plan, out, new JmhRunner(java(), List.of(), plan, out, LIMIT));

        Map<RunBenchmark, String> broken = measurement.run(progress());

        Map<String, String> reasons = broken.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().label(), Map.Entry::getValue));
        assertThat(reasons)
                .containsOnlyKeys(
                        "hangs single latency",
                        "hangs single throughput",
                        "crashes single latency",
                        "crashes single throughput",
                        "halts single latency",
                        "halts single throughput");
        assertThat(reasons.get("hangs single latency"))
                .startsWith("it hung: no end after 2 s, where about 1 s were expected, so it was ended");
        assertThat(reasons.get("crashes single latency")).startsWith("its JVM crashed, with exit code 139; see ");
        assertThat(notes).contains("hangs single latency: " + reasons.get("hangs single latency"));
        assertThat(reasons.get("halts single latency"))
                .startsWith("it ended its JVM, as System.exit or Runtime.halt do, in 2 of 2 forks");
        assertThat(measurement.open())
                .extracting(RunBenchmark::label)
                .containsExactlyInAnyOrderElementsOf(reasons.keySet());
        assertThat(out.file("jmh.json"))
                .hasContent("[" + result("good") + "\n," + result("good") + "\n," + result("fine") + "\n,"
                        + result("fine") + "\n]");
    }

    private static String result(String name) {
        return "{\"is\": \"" + name + "\", \"primaryMetric\": {\"rawData\": [[1], [1]]}}";
    }

    private Path java() throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, """
                #!/usr/bin/env bash
                while [ $# -gt 0 ]; do
                    case $1 in
                        path=*) path=${1#path=} ;;
                        -rff) result=$2 ;;
                    esac
                    shift
                done
                case $path in
                    hangs) sleep 600 ;;
                    halts) printf '[\\n]\\n' >"$result" ;;
                    crashes) echo '<forked VM failed with exit code 139>'; exit 1 ;;
                    *) printf '[{"is": "%s", "primaryMetric": {"rawData": [[1], [1]]}}\\n]\\n' "$path" >"$result" ;;
                esac
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void begin(String step, Duration expected) {}

            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void close() {}
        };
    }

    private static RunPlan plan(String... paths) {
        return new RunPlan(
                List.of(paths).stream()
                        .map(path -> new PlannedPath(PathSpec.parse(path)))
                        .toList(),
                List.of(Form.SINGLE),
                Profile.SMOKE,
                List.of());
    }
}
