package org.evenkeel.baselines.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What one run measures.
 *
 * @param paths at least one, none twice
 * @param forms the forms to measure
 * @param profile the time to take
 * @param jvmArguments arguments of every measured JVM
 */
public record RunPlan(List<PlannedPath> paths, List<Form> forms, Profile profile, List<String> jvmArguments) {

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

    /** A line that two plans share only when the one can go on from what the other measured. */
    public String signature() {
        return "paths=" + paths.stream().map(PlannedPath::withFaults).toList() + " forms=" + forms + " profile="
                + profile.name() + " jvmArguments=" + jvmArguments;
    }
}
