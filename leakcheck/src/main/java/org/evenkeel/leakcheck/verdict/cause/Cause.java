package org.evenkeel.leakcheck.verdict.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.AllocationSites;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.analysis.cause.PathGrowth;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.Tendency;

/**
 * Why something grows, as far as it could be found out.
 *
 * @param paths ways from a root to what grows, what explains most first
 * @param sites lines that allocate it, what explains most first
 * @param resources what came in between behind descriptors and files, one line each
 * @param notes what could not be had, and why, one sentence each
 */
public record Cause(List<GrowingPath> paths, List<AllocationSite> sites, List<String> resources, List<String> notes) {

    /** Nothing was looked for, or nothing found. */
    public static final Cause NONE = new Cause(List.of(), List.of(), List.of(), List.of());

    private static final int MOST_PATHS = 5;
    private static final int MOST_SITES = 5;

    /** Growth of this many times the whole heap's is none of it. */
    private static final double CONTRADICTS = 4;

    public Cause {
        paths = List.copyOf(paths);
        sites = List.copyOf(sites);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }

    /**
     * Draws the conclusion. Where the heap itself does not grow, a path that does not lead over the application only
     * shows what looking at the JVM leaves behind.
     */
    public static Cause of(CauseMaterial material, LeakEvidence evidence) {
        boolean heapGrows =
                evidence.signalsThatAre(Tendency.GROWING).stream().anyMatch(found -> found.signal() == Signal.HEAP);
        List<GrowingPath> paths =
                new ArrayList<>(material.paths().map(PathGrowth::of).orElse(List.of()));
        paths.removeIf(
                path -> !heapGrows && !path.isOfApplication() && path.root().kind() != Edge.Kind.THREAD);
        List<String> notes = new ArrayList<>(material.notes());
        double most = heapGrows ? mostBytesPerOperation(evidence) : Double.POSITIVE_INFINITY;
        if (paths.removeIf(path -> path.bytesPerOperation() > most)) {
            notes.add(
                    "What grew by far more from one heap dump to the next than the heap does is not shown: it comes and goes.");
        }
        Map<String, ClassCount> growth =
                material.paths().map(PathGrowth::byClass).orElse(Map.of());
        List<AllocationSite> sites = AllocationSites.of(material.stacks(), growth);
        return new Cause(
                paths.stream().limit(MOST_PATHS).toList(),
                sites.stream().limit(MOST_SITES).toList(),
                material.resources(),
                notes);
    }

    /** What one path can hold of the growth there is, with some allowance for bursts. */
    private static double mostBytesPerOperation(LeakEvidence evidence) {
        return evidence.rate()
                .map(rate -> CONTRADICTS * rate.interval().upper())
                .filter(bytes -> bytes > 0)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
