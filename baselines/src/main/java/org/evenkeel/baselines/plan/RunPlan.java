package org.evenkeel.baselines.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.workload.PathSpec;

/**
 * What one run measures.
 *
 * @param paths the paths as results name them, without planted faults; at least one, none twice
 * @param faults planted faults by parameter, empty in ordinary use
 * @param forms the forms to measure
 * @param profile the time to take
 * @param jvmArguments arguments of every measured JVM
 */
public record RunPlan(
        List<PathSpec> paths,
        SortedMap<String, String> faults,
        List<Form> forms,
        Profile profile,
        List<String> jvmArguments) {

    public RunPlan {
        paths = List.copyOf(paths);
        faults = new TreeMap<>(faults);
        forms = List.copyOf(forms);
        jvmArguments = List.copyOf(jvmArguments);
        if (paths.isEmpty() || forms.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one path and one form");
        }
    }

    /** All benchmarks, in the order in which they run. */
    public List<PlannedBenchmark> benchmarks() {
        List<PlannedBenchmark> benchmarks = new ArrayList<>();
        for (PathSpec path : paths) {
            for (Form form : forms) {
                for (Measure measure : Measure.values()) {
                    benchmarks.add(new PlannedBenchmark(path, form, measure));
                }
            }
        }
        return benchmarks;
    }

    /** A path with the planted faults set, as the leak checker opens it. */
    public PathSpec withFaults(PathSpec path) {
        return path.with(faults);
    }

    /** The faults in the written form {@code parameter=value&parameter=value}; empty when none is planted. */
    public String writtenFaults() {
        return String.join(
                "&",
                faults.entrySet().stream()
                        .map((Map.Entry<String, String> fault) -> fault.getKey() + "=" + fault.getValue())
                        .toList());
    }

    /** A line that two plans share only when the one can go on from what the other measured. */
    public String signature() {
        return "paths=" + paths + " faults=" + faults + " forms=" + forms + " profile=" + profile + " jvmArguments="
                + jvmArguments;
    }
}
