package org.evenkeel.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.run.PlainBenchmarks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which hot paths a command looks at, in which forms, or which benchmarks of somebody's own. */
public final class SelectionOptions {

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Hot path, as name?parameter=value&parameter=value; may be repeated."
                    + " Default: every path on the class path.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            split = ",",
            description = "single, batch, tenThreads or fiftyThreads; may be repeated. Default: all four.")
    private List<String> forms = new ArrayList<>();

    /** The forms when none is named. */
    public List<Form> defaultForms = List.of(Form.values());

    @Option(
            names = "--benchmark",
            paramLabel = "REGEX",
            description = "Benchmarks of a JMH jar, in place of hot paths; found anywhere in the full name.")
    private @Nullable String benchmark;

    @Option(
            names = "--param",
            paramLabel = "NAME=V,V",
            description = "With --benchmark: values of a parameter in place of the benchmark's own; may be repeated.")
    private Map<String, String> params = new LinkedHashMap<>();

    /** The hot paths as they were named; empty for every one. */
    public List<String> paths() {
        return paths;
    }

    /** Names paths in another way than by the option. */
    public void add(List<String> more) {
        paths.addAll(more);
    }

    /**
     * The forms in which paths are measured.
     *
     * @throws BadInputException for one that there is not
     */
    public List<Form> forms() {
        return forms.isEmpty()
                ? defaultForms
                : forms.stream().map(Form::named).distinct().toList();
    }

    /** Whether benchmarks were named in place of hot paths. */
    public boolean isPlain() {
        return benchmark != null;
    }

    /** The benchmarks; all of them where none is named. */
    public PlainBenchmarks.Asked plain() {
        return new PlainBenchmarks.Asked(benchmark == null ? ".*" : benchmark, params);
    }

    /** Refuses what cannot go together where benchmarks are meant only when they are named. */
    public void check() {
        if (isPlain() && (!paths.isEmpty() || !forms.isEmpty())) {
            throw new BadInputException("expected --benchmark, or --path and --form, found both");
        }
        if (!isPlain()) {
            requireNoParams();
        }
    }

    /** Refuses parameters of benchmarks where hot paths are meant, which have theirs in their names. */
    public void requireNoParams() {
        PlainBenchmarks.requireNone(params);
    }
}
