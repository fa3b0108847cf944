package org.evenkeel.suite.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.workload.PathSpec;

/**
 * A path of a run.
 *
 * @param spec the path as results name it: values that are defaults are left out, and so are planted faults
 * @param faults planted faults by parameter; empty in ordinary use
 */
public record PlannedPath(PathSpec spec, SortedMap<String, String> faults) {

    public PlannedPath {
        faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    }

    /** A path with nothing planted. */
    public PlannedPath(PathSpec spec) {
        this(spec, Collections.emptySortedMap());
    }

    /** What the measured JVM opens. */
    public PathSpec withFaults() {
        return spec.with(faults);
    }

    /** The faults as {@code parameter=value&parameter=value}; empty when nothing is planted. */
    public String writtenFaults() {
        return String.join(
                "&",
                faults.entrySet().stream()
                        .map(fault -> fault.getKey() + "=" + fault.getValue())
                        .toList());
    }
}
