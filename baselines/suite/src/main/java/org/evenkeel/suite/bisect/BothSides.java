package org.evenkeel.suite.bisect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.SelectionOptions;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.reach.CodeFingerprint;
import org.evenkeel.suite.reach.Differences;
import org.evenkeel.suite.reach.Reach;
import org.evenkeel.suite.run.BenchmarkList;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.PlainBenchmarks;
import org.evenkeel.suite.sides.SameContract;
import org.evenkeel.suite.sides.Sides;
import org.evenkeel.workload.BadPathException;

/**
 * What two versions of some code have in common, and which of it can differ.
 *
 * @param java the executable of the measured JVMs
 * @param sides the older code first
 * @param baseWords what the older code is called in messages
 * @param currentWords what the younger is called
 */
public record BothSides(Path java, Sides sides, String baseWords, String currentWords) {

    private static final String MODE = "thrpt";

    /**
     * What was asked for: benchmarks of JMH jars, or hot paths in some forms.
     *
     * @throws BadInputException when both sides have none of it
     */
    public List<AbBenchmark> of(SelectionOptions asked) throws IOException, InterruptedException {
        return asked.isPlain() ? ofBenchmarks(asked.plain()) : ofPaths(asked.paths(), asked.forms());
    }

    private List<AbBenchmark> ofPaths(List<String> paths, List<Form> forms) {
        List<PlannedPath> planned = new MeasuredClassPath(sides.current()).select(paths);
        SameContract.require(sides, planned);
        return planned.stream()
                .flatMap(one -> forms.stream().map(form -> AbBenchmark.of(one, form, MODE)))
                .toList();
    }

    private List<AbBenchmark> ofBenchmarks(PlainBenchmarks.Asked asked) throws IOException, InterruptedException {
        List<AbBenchmark> before =
                BenchmarkList.ask(java, baseWords, sides.base(), asked.regex(), asked.params(), MODE);
        List<AbBenchmark> both =
                BenchmarkList.ask(java, currentWords, sides.current(), asked.regex(), asked.params(), MODE).stream()
                        .filter(before::contains)
                        .toList();
        if (both.isEmpty()) {
            throw new BadInputException("--benchmark " + asked.regex() + ": expected a benchmark that " + baseWords
                    + " and " + currentWords + " have, found none; was it renamed in between?");
        }
        return both;
    }

    /** Those that can reach code which does not run the same. */
    public List<AbBenchmark> changed(List<AbBenchmark> some) {
        Reach base = Reach.open(sides.base());
        Reach current = Reach.open(sides.current());
        Map<String, Boolean> known = new HashMap<>();
        return some.stream()
                .filter(one -> known.computeIfAbsent(
                        subject(one),
                        subject -> !Differences.of(
                                        current,
                                        fingerprint(current, sides.current(), one),
                                        base,
                                        fingerprint(base, sides.base(), one))
                                .changed()
                                .isEmpty()))
                .toList();
    }

    /** All that can influence each of some benchmarks on a class path, as a hash. */
    public static Map<AbBenchmark, String> fingerprints(List<Path> code, List<AbBenchmark> some) {
        Reach reach = Reach.open(code);
        Map<String, String> known = new HashMap<>();
        Map<AbBenchmark, String> all = new LinkedHashMap<>();
        for (AbBenchmark one : some) {
            all.put(
                    one,
                    known.computeIfAbsent(
                            subject(one),
                            subject -> fingerprint(reach, code, one).hash()));
        }
        return all;
    }

    private static CodeFingerprint fingerprint(Reach reach, List<Path> code, AbBenchmark one) {
        Optional<String> hotPath = hotPath(one);
        return hotPath.isPresent()
                ? reach.ofHotPath(provider(code, hotPath.get()))
                : reach.ofBenchmark(one.benchmark());
    }

    /** What has one fingerprint for all its forms. */
    private static String subject(AbBenchmark one) {
        return hotPath(one).orElse(one.benchmark());
    }

    private static Optional<String> hotPath(AbBenchmark one) {
        return one.benchmark().startsWith(PlannedBenchmark.BENCHMARK_CLASS + ".")
                ? Optional.ofNullable(one.params().get("path"))
                : Optional.empty();
    }

    private static String provider(List<Path> code, String hotPath) {
        String name = hotPath.replaceFirst("\\?.*", "");
        try {
            return new MeasuredClassPath(code).provider(name);
        } catch (BadPathException e) {
            throw new BadInputException("it has no hot path " + name, e);
        }
    }
}
