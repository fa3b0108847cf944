package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlainBenchmark;

/** Finds the benchmarks of a JMH jar that are asked for. */
public final class PlainBenchmarks {

    /** What JMH measures where nobody says. */
    private static final String USUAL_MODE = "thrpt";

    private PlainBenchmarks() {}

    /**
     * What was asked for.
     *
     * @param regex in JMH's sense: found anywhere in the full name
     * @param params values of parameters in place of the benchmark's own
     */
    public record Asked(String regex, Map<String, String> params) {
        public Asked {
            params = Map.copyOf(params);
        }

        /** Those of a base that the code as it is now has no more, by their names, and by their own values where nobody gave others. */
        public List<AbBenchmark> gone(List<AbBenchmark> before, List<AbBenchmark> now) {
            Pattern asked = Pattern.compile(regex);
            return before.stream()
                    .filter(one -> asked.matcher(one.benchmark()).find())
                    .filter(one -> now.stream()
                            .noneMatch(other -> other.benchmark().equals(one.benchmark())
                                    && (!params.isEmpty()
                                            || !other.params()
                                                    .keySet()
                                                    .equals(one.params().keySet())
                                            || other.params().equals(one.params()))))
                    .toList();
        }
    }

    /**
     * The benchmarks whose name matches, each in the modes that it asks for itself.
     *
     * @param option how the class path was given, for messages
     * @param regex in JMH's sense: found anywhere in the full name
     * @param given values of parameters in place of the benchmark's own
     * @throws BadInputException when JMH cannot be asked, or knows no such benchmark
     */
    public static List<PlainBenchmark> find(
            Path java, String option, List<Path> classPath, String regex, Map<String, String> given)
            throws InterruptedException {
        try {
            Map<String, List<String>> modes = OwnModes.allOf(classPath);
            List<PlainBenchmark> found = new ArrayList<>();
            for (AbBenchmark one : BenchmarkList.ask(java, option, classPath, regex, given, USUAL_MODE)) {
                for (String mode : modes.getOrDefault(one.benchmark(), List.of(USUAL_MODE))) {
                    found.add(new PlainBenchmark(one.benchmark(), one.params(), mode));
                }
            }
            return found;
        } catch (IOException e) {
            throw new BadInputException(option + ": JMH cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Refuses parameters of benchmarks where hot paths are meant, which take theirs behind their name.
     *
     * @param given what stands behind {@code --param}
     */
    public static void requireNone(Map<String, String> given) {
        if (!given.isEmpty()) {
            throw new BadInputException(
                    "--param: expected --benchmark beside it; parameters of a hot path are a part of --path");
        }
    }

    /** The same as they are measured in turn: each once, in a mode whose slices can take turns. */
    public static List<AbBenchmark> inTurn(List<PlainBenchmark> benchmarks) {
        return benchmarks.stream()
                .map(one -> AbBenchmark.of(one, OwnModes.inTurn(modes(one, benchmarks))))
                .distinct()
                .toList();
    }

    private static List<String> modes(PlainBenchmark one, List<PlainBenchmark> all) {
        return all.stream()
                .filter(other -> other.benchmark().equals(one.benchmark())
                        && other.params().equals(one.params()))
                .map(PlainBenchmark::mode)
                .toList();
    }
}
