package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.run.BenchmarkList;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.OwnModes;
import org.evenkeel.suite.run.PlainBenchmarks;
import org.evenkeel.suite.sides.OneSidedPaths;
import org.evenkeel.suite.sides.SameContract;
import org.evenkeel.suite.sides.Sides;

/** Finds the benchmarks that both sides have, before any of them is measured. */
final class AbBenchmarks {

    private final AbOptions asked;
    private final Path java;
    private final Sides sides;
    private final List<Row> oneSided = new ArrayList<>();

    AbBenchmarks(AbOptions asked, Path java, Sides sides) {
        this.asked = asked;
        this.java = java;
        this.sides = sides;
    }

    List<AbBenchmark> find() throws IOException, InterruptedException {
        return isPlain() ? plain() : hotPaths();
    }

    /** Somebody else's JMH jar has no hot paths: its own benchmarks are meant. */
    private boolean isPlain() {
        boolean builtJmhJar = asked.built != null && sides.current().size() == 1;
        boolean jmhJars = asked.baseJar != null || builtJmhJar;
        return asked.selection.isPlain() || (asked.selection.paths().isEmpty() && jmhJars);
    }

    private List<AbBenchmark> plain() throws IOException, InterruptedException {
        PlainBenchmarks.Asked plain = asked.selection.plain();
        List<AbBenchmark> now =
                BenchmarkList.ask(java, "the current side", sides.current(), plain.regex(), plain.params(), mode());
        List<AbBenchmark> before =
                BenchmarkList.ask(java, "the base", sides.base(), plain.regex(), plain.params(), mode());
        List<AbBenchmark> both = now.stream().filter(before::contains).toList();
        if (both.isEmpty()) {
            throw new BadInputException("expected benchmarks that both sides have, found "
                    + now.get(0).label() + " on the current side and "
                    + before.get(0).label() + " on the base; narrow them by --benchmark");
        }
        List<AbBenchmark> gone =
                before.stream().filter(one -> !both.contains(one)).toList();
        List<AbBenchmark> added =
                now.stream().filter(one -> !both.contains(one)).toList();
        inTheirOwnModes(gone, sides.base()).forEach(one -> add(one, new Verdict.Removed()));
        inTheirOwnModes(added, sides.current()).forEach(one -> add(one, new Verdict.Added()));
        return inTheirOwnModes(both, sides.current());
    }

    /** Slices of average time are as good as slices of throughput; the other modes have none that could take turns as often. */
    private List<AbBenchmark> inTheirOwnModes(List<AbBenchmark> benchmarks, List<Path> classPath) {
        if (asked.mode != null) {
            return benchmarks;
        }
        Map<String, List<String>> own = OwnModes.allOf(classPath);
        return benchmarks.stream()
                .map(one -> new AbBenchmark(
                        one.benchmark(),
                        one.params(),
                        OwnModes.inTurn(own.getOrDefault(one.benchmark(), List.of())),
                        one.threads(),
                        one.planted()))
                .toList();
    }

    /** Benchmarks that are measured in another mode than they ask for, a line; known once they were found. */
    Optional<String> inOtherModes(List<AbBenchmark> found) {
        return asked.mode != null || !isPlain()
                ? Optional.empty()
                : OwnModes.inOtherModes(sides.current(), found)
                        .map(line -> line + "; --mode measures all in one that you name");
    }

    private String mode() {
        return asked.mode == null ? "thrpt" : asked.mode;
    }

    /** What is on one side only and so is not measured; known once benchmarks were looked for. */
    List<Row> oneSided() {
        return List.copyOf(oneSided);
    }

    private void add(AbBenchmark one, Verdict verdict) {
        oneSided.add(new Row(
                one.identity(),
                Metric.named(Metric.SCORE),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                verdict,
                true));
    }

    private List<AbBenchmark> hotPaths() {
        List<Form> forms = asked.selection.forms();
        asked.selection.requireNoParams();
        List<PlannedPath> paths = new MeasuredClassPath(sides.current()).select(asked.selection.paths());
        List<PlannedPath> both = paths;
        if (asked.selection.paths().isEmpty()) {
            Predicate<PlannedPath> isAdded = OneSidedPaths.areAdded(sides);
            List<PlannedPath> shared = paths.stream().filter(isAdded.negate()).toList();
            both = shared.isEmpty() ? paths : shared;
            forms(OneSidedPaths.gone(sides), forms).forEach(one -> add(one, new Verdict.Removed()));
            forms(paths.stream().filter(isAdded).toList(), forms).forEach(one -> add(one, new Verdict.Added()));
        }
        SameContract.require(sides, both);
        return forms(both, forms);
    }

    private List<AbBenchmark> forms(List<PlannedPath> paths, List<Form> forms) {
        List<AbBenchmark> benchmarks = new ArrayList<>();
        for (PlannedPath path : paths) {
            forms.forEach(form -> benchmarks.add(AbBenchmark.of(path, form, mode())));
        }
        return benchmarks;
    }
}
