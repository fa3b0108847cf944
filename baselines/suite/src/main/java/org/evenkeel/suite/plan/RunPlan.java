package org.evenkeel.suite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.Form;

/**
 * What one run measures.
 *
 * @param paths at least one, none twice
 * @param forms the forms to measure
 * @param profile the time to take
 * @param jvmArguments arguments of every measured JVM
 */
public record RunPlan(List<PlannedPath> paths, List<Form> forms, Profile profile, List<String> jvmArguments) {

    /** What {@link #signature} writes. */
    private static final Pattern SIGNATURE =
            Pattern.compile("paths=\\[(?<paths>.*)] forms=\\[(?<forms>.*)] profile=\\S+ jvmArguments=\\[.*]");

    public RunPlan {
        paths = List.copyOf(paths);
        forms = List.copyOf(forms);
        jvmArguments = List.copyOf(jvmArguments);
        if (paths.isEmpty() || forms.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one path and one form");
        }
    }

    /** All benchmarks, in the order in which they run. */
    public List<PlannedBenchmark> benchmarks() {
        List<PlannedBenchmark> benchmarks = new ArrayList<>();
        for (PlannedPath path : paths) {
            for (Form form : forms) {
                for (Measure measure : Measure.values()) {
                    benchmarks.add(new PlannedBenchmark(path, form, measure));
                }
            }
        }
        return benchmarks;
    }

    /** The paths and forms of the plan with this signature, in words; a text that is no signature is left as it is. */
    public static String subject(String signature) {
        Matcher matcher = SIGNATURE.matcher(signature.strip());
        return matcher.matches() ? matcher.group("paths") + ", " + matcher.group("forms") : signature.strip();
    }

    /** A line that two plans share only when the one can go on from what the other measured. */
    public String signature() {
        return "paths=" + paths.stream().map(PlannedPath::withFaults).toList() + " forms=" + forms + " profile="
                + profile.name() + " jvmArguments=" + jvmArguments;
    }
}
