package org.evenkeel.suite.shards.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.Shard;
import org.evenkeel.suite.plan.Measure;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.shards.plan.Group;
import org.evenkeel.suite.shards.plan.ShardPlan;
import org.evenkeel.suite.shards.run.ShardHost;
import org.evenkeel.suite.shards.run.ShardRecord;
import org.evenkeel.workload.PathSpec;

/** The folders that shards leave, without measuring anything. */
final class ShardFixture {

    static final String CPU = "Example CPU";

    final RunPlan whole;
    final ShardPlan division;
    String commit = "commit c1";
    String cpu = CPU;
    String command = "nightly";
    int clock;

    ShardFixture(int paths, int shards) {
        whole = plan(IntStream.range(0, paths).mapToObj(i -> "path" + i).toList());
        division = ShardPlan.of(
                whole.signature(),
                whole.paths().stream()
                        .map(path -> new Group(path.spec().toString(), 1))
                        .toList(),
                shards);
    }

    private static RunPlan plan(List<String> names) {
        return new RunPlan(
                names.stream()
                        .map(name -> new PlannedPath(PathSpec.parse(name)))
                        .toList(),
                List.of(Form.SINGLE),
                Profile.SMOKE,
                List.of());
    }

    /** The benchmarks of a shard; none for one with nothing to do. */
    List<PlannedBenchmark> benchmarks(int index) {
        List<String> paths = division.paths(index);
        return paths.isEmpty() ? List.of() : plan(paths).ofHotPaths();
    }

    /** A shard that is killed when it has measured so many of its benchmarks. */
    Path killed(Path folder, int index, int measured) {
        List<PlannedBenchmark> own = benchmarks(index);
        if (own.isEmpty()) {
            return folder;
        }
        RunFolder run = RunFolder.open(folder, plan(division.paths(index)), false);
        try {
            TreeMap<String, String> facts =
                    new TreeMap<>(Map.of("cpu.model", cpu, "kernel", "6.1", "jvm.version", "17.0.10+7-LTS"));
            Files.writeString(
                    run.file("environment.json"), EnvironmentJson.write(new Environment(facts, new TreeMap<>())));
            Files.writeString(run.file("options.json"), "{}\n");
            for (PlannedBenchmark benchmark : own.subList(0, Math.min(measured, own.size()))) {
                JmhText text = new JmhText();
                text.add(
                        benchmark.benchmark(),
                        benchmark.measure().jmhMode(),
                        1,
                        Map.of("path", benchmark.path().spec().toString()),
                        benchmark.measure() == Measure.LATENCY ? "us/op" : "ops/s",
                        Map.of(),
                        1,
                        2);
                Files.writeString(run.part(benchmark), text.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** A shard that came to its end on a host of its own. */
    Path ended(Path folder, int index) {
        return ended(folder, index, "host" + index, Map.of());
    }

    /** A shard that came to its end. */
    Path ended(Path folder, int index, String host, Map<String, String> broken) {
        killed(folder, index, Integer.MAX_VALUE);
        List<List<String>> paths = new ArrayList<>();
        for (int i = 0; i < division.shards().size(); i++) {
            paths.add(division.paths(i));
        }
        int start = clock;
        new ShardRecord(
                        UUID.randomUUID().toString(),
                        new Shard(index, division.shards().size()),
                        command,
                        "run",
                        whole.signature(),
                        division.fingerprint(),
                        paths,
                        benchmarks(index).stream()
                                .map(PlannedBenchmark::fileName)
                                .toList(),
                        new TreeMap<>(broken),
                        commit,
                        new ShardHost(host, host),
                        start,
                        start + 10,
                        0)
                .write(folder);
        return folder;
    }
}
