package org.evenkeel.suite.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.suite.plan.AbBenchmark;

/** Asks JMH which benchmarks a class path has, with their parameters. */
public final class BenchmarkList {

    private static final Pattern PARAMETER = Pattern.compile("\\s+param \"([^\"]+)\" = \\{(.*)}\\s*");

    /** To list is to read a file in the jar; what takes this long waits for something else. */
    private static final int MOST_SECONDS = 120;

    private BenchmarkList() {}

    /**
     * The benchmarks whose name matches, one for each combination of the values of their parameters.
     *
     * @param option how the class path was given, for messages
     * @param regex in JMH's sense: found anywhere in the full name
     * @param given values of parameters in place of the benchmark's own
     * @throws BadInputException when JMH cannot be asked, or knows no such benchmark
     */
    public static List<AbBenchmark> ask(
            Path java, String option, List<Path> classPath, String regex, Map<String, String> given, String mode)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "org.openjdk.jmh.Main",
                "-lp",
                regex));
        Process jmh = Children.start(new ProcessBuilder(command).redirectErrorStream(true));
        try {
            jmh.getOutputStream().close();
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(() -> Children.kill(jmh));
            List<String> lines = new String(jmh.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (jmh.waitFor() != 0) {
                throw new BadInputException(option + ": expected a jar with JMH benchmarks, but JMH did not start ("
                        + (lines.isEmpty() ? "no output" : lines.get(0).strip()) + ")");
            }
            List<AbBenchmark> benchmarks = parse(lines, given, mode);
            if (benchmarks.isEmpty()) {
                throw new BadInputException(option + ": expected a benchmark that matches --benchmark " + regex
                        + ", found none; java -jar JAR -l lists those there are");
            }
            requireKnown(lines, given.keySet(), option);
            return benchmarks;
        } finally {
            Children.kill(jmh);
        }
    }

    /** A parameter that no benchmark has is a slip of somebody's hand, and what it was meant for would be measured as ever. */
    static void requireKnown(List<String> lines, Collection<String> given, String option) {
        SortedSet<String> known = new TreeSet<>();
        for (String line : lines) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                known.add(parameter.group(1));
            }
        }
        for (String name : given) {
            if (!known.contains(name)) {
                throw new BadInputException("--param " + name
                        + ": expected a parameter of these benchmarks, found none of that name on " + option
                        + "; there " + (known.isEmpty() ? "are none" : "are " + String.join(", ", known)));
            }
        }
    }

    /** Reads what {@code -lp} prints: a line for each benchmark, and below it one for each of its parameters. */
    static List<AbBenchmark> parse(List<String> lines, Map<String, String> given, String mode) {
        Map<String, List<SortedMap<String, String>>> found = new LinkedHashMap<>();
        String benchmark = "";
        for (String line : lines) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches() && !benchmark.isEmpty()) {
                String name = parameter.group(1);
                String values = given.getOrDefault(name, parameter.group(2));
                found.computeIfPresent(benchmark, (same, before) -> product(before, name, values.split(",\\s*", -1)));
            } else if (line.matches("[\\w$]+(\\.[\\w$]+)+\\s*")) {
                benchmark = line.strip();
                found.put(benchmark, List.of(new TreeMap<>()));
            }
        }
        List<AbBenchmark> all = new ArrayList<>();
        found.forEach((name, combinations) ->
                combinations.forEach(params -> all.add(new AbBenchmark(name, params, mode, 1, ""))));
        return all;
    }

    private static List<SortedMap<String, String>> product(
            List<SortedMap<String, String>> before, String name, String[] values) {
        List<SortedMap<String, String>> product = new ArrayList<>();
        for (SortedMap<String, String> params : before) {
            for (String value : values) {
                SortedMap<String, String> more = new TreeMap<>(params);
                more.put(name, value);
                product.add(more);
            }
        }
        return product;
    }
}
