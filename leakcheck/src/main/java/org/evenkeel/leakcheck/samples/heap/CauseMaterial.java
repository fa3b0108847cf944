package org.evenkeel.leakcheck.samples.heap;

import java.util.List;
import java.util.Optional;

/**
 * What was looked at once something grew.
 *
 * @param paths the heap by path, before and after some more operations; empty where no dump could be had
 * @param stacks who allocated in between
 * @param resources what lies behind descriptors, files, threads and loaders that came in between, one line each
 * @param notes what could not be had, and why, one sentence each
 */
public record CauseMaterial(
        Optional<PathTree> paths, List<StackTally> stacks, List<String> resources, List<String> notes) {

    /** Nothing was looked at, since nothing grows. */
    public static final CauseMaterial NONE = new CauseMaterial(Optional.empty(), List.of(), List.of(), List.of());

    public CauseMaterial {
        stacks = List.copyOf(stacks);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }
}
