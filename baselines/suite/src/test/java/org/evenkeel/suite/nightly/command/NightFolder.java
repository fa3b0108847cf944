package org.evenkeel.suite.nightly.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.suite.nightly.stored.HistoryStore;
import org.evenkeel.suite.nightly.stored.Imports;
import org.evenkeel.suite.nightly.stored.StoredNight;
import org.evenkeel.suite.plan.Measure;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.workload.PathSpec;

/** The folder of a night that was killed when a part of its benchmarks was measured, and the history that it goes into. */
public final class NightFolder {

    private static final long DAY_MILLIS = 86_400_000L;

    private final Path folder;
    private final List<String> paths;
    private final RunPlan plan;
    private final RunFolder run;

    /** A night of some paths, nothing of which is measured. */
    NightFolder(Path folder, String... paths) {
        this.folder = folder;
        this.paths = List.of(paths);
        plan = new RunPlan(
                this.paths.stream()
                        .map(path -> new PlannedPath(PathSpec.parse(path)))
                        .toList(),
                List.of(Form.SINGLE),
                Profile.SMOKE,
                List.of());
        run = RunFolder.open(folder.resolve("night"), plan, false);
    }

    /** The command that goes on with it. */
    String[] arguments(String... more) {
        Stream<String> asked = paths.stream().flatMap(path -> Stream.of("--path", path));
        Stream<String> fixed = Stream.of(
                "--profile",
                "smoke",
                "--form",
                "single",
                "--history",
                "history",
                "--no-leakcheck",
                "--resume",
                "--out",
                "night");
        return Stream.of(Stream.of("nightly"), asked, fixed, Arrays.stream(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** Writes down what a path took, as if it had been measured. */
    Path measured(String path, Measure measure, double micros) throws IOException {
        PlannedBenchmark benchmark = plan.ofHotPaths().stream()
                .filter(planned -> planned.path().spec().toString().equals(path) && planned.measure() == measure)
                .findFirst()
                .orElseThrow();
        return Files.writeString(run.part(benchmark), text(benchmark, micros));
    }

    /** Adds nights to the history in which the path took so long. */
    void before(String path, int nights, double micros) {
        before(path, nights, micros, "");
    }

    /** The same of a commit; empty for another one each night. */
    void before(String path, int nights, double micros, String commit) {
        SortedMap<String, String> here = Environments.capture(
                        Path.of(System.getProperty("java.home")), List.of(), Optional.empty())
                .identity();
        int known = nights().size();
        List<StoredNight> added = new ArrayList<>();
        for (int night = known; night < known + nights; night++) {
            // A little more and a little less, as no two nights are the same.
            double value = micros * (1 + 0.004 * Math.sin(3.7 * night));
            JmhText text = new JmhText();
            plan.ofHotPaths().stream()
                    .filter(benchmark -> benchmark.path().spec().toString().equals(path))
                    .forEach(benchmark -> add(text, benchmark, value));
            Session session = text.session("night " + night);
            added.add(Imports.night(
                    "night-" + night, session, night * DAY_MILLIS, commit.isEmpty() ? "c" + night : commit, here));
        }
        store().append(added);
    }

    /** A file of the night. */
    Path file(String name) {
        return run.file(name);
    }

    private HistoryStore store() {
        return new HistoryStore(folder.resolve("history"));
    }

    /** What is in the history. */
    List<StoredNight> nights() {
        return store().nights();
    }

    private static String text(PlannedBenchmark benchmark, double micros) {
        JmhText text = new JmhText();
        add(text, benchmark, micros);
        return text.text();
    }

    private static void add(JmhText text, PlannedBenchmark benchmark, double micros) {
        boolean isTime = benchmark.measure() == Measure.LATENCY;
        double value = isTime ? micros : 1e6 / micros;
        text.add(
                benchmark.benchmark(),
                benchmark.measure().jmhMode(),
                benchmark.form().threads(),
                new TreeMap<>(Map.of("path", benchmark.path().spec().toString())),
                isTime ? "us/op" : "ops/s",
                Map.of("gc.alloc.rate.norm", new double[] {24, 24}),
                value,
                value * 1.001);
    }
}
