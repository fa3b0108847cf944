package org.evenkeel.suite.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What JMH is told about one benchmark, as its command line takes it. */
public final class JmhArguments {

    /** By so much an iteration may be late before its callers are interrupted. */
    private static final String PATIENCE_WITH_AN_ITERATION = "60s";

    private final List<String> words = new ArrayList<>();

    private JmhArguments() {}

    /**
     * For one benchmark, and no other whose name begins alike.
     *
     * @param benchmark its class and method
     * @param mode as JMH writes it short: {@code avgt}
     * @param params a value for each of its parameters
     */
    public static JmhArguments of(String benchmark, String mode, Map<String, String> params) {
        JmhArguments arguments = new JmhArguments();
        arguments.add("^" + Pattern.quote(benchmark) + "$", "-bm", mode, "-to", PATIENCE_WITH_AN_ITERATION);
        params.forEach((name, value) -> arguments.add("-p", name + "=" + value));
        return arguments;
    }

    /** How many JVMs measure; none runs before them only to warm up. */
    public JmhArguments forks(int forks) {
        return add("-f", Integer.toString(forks), "-wf", "0");
    }

    /** What each fork does before it measures. */
    public JmhArguments warmup(int iterations, Duration each) {
        return add("-wi", Integer.toString(iterations), "-w", each.toMillis() + "ms");
    }

    /** What each fork measures. */
    public JmhArguments measured(int iterations, Duration each) {
        return add("-i", Integer.toString(iterations), "-r", each.toMillis() + "ms");
    }

    /** The unit of time in its scores, as JMH writes it: {@code us}. */
    public JmhArguments unit(String unit) {
        return add("-tu", unit);
    }

    /**
     * Has a profiler beside it. JMH starts them in the order in which they were given and stops them in reverse: the last one does not count
     * what the others do at the end.
     *
     * @param profiler its class, or JMH's name of it, with its options behind a colon
     */
    public JmhArguments profiler(String profiler) {
        return add("-prof", profiler);
    }

    /**
     * Arguments of the measured JVMs.
     *
     * @param faults what is planted beside the path's name, as it is written after the question mark; empty for nothing
     */
    public JmhArguments jvm(List<String> jvmArguments, String faults) {
        List<String> all = new ArrayList<>(jvmArguments);
        if (!faults.isEmpty()) {
            all.add("-Devenkeel.faults=" + faults);
        }
        if (!all.isEmpty()) {
            add(
                    "-jvmArgsAppend",
                    all.stream()
                            .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
                            .collect(Collectors.joining(" ")));
        }
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }

    private JmhArguments add(String... more) {
        words.addAll(List.of(more));
        return this;
    }
}
