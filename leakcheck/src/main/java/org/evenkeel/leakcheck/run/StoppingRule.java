package org.evenkeel.leakcheck.run;

import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;

/** When a run has seen enough. */
@FunctionalInterface
public interface StoppingRule {

    /** Whether what was recorded so far is enough. */
    boolean isDecided(Recording recording);

    /**
     * Whether what grows, of a recording that is decided, is of a size that caches and pools fill: it is then given room, and
     * counts as growth only if it takes that as well.
     */
    default boolean mayHaveABound(Recording recording) {
        return false;
    }

    /**
     * Whether what grows may expire: it is then watched for as long as things that expire usually live.
     *
     * @param bytesPerOperation growth before the cause was looked for
     */
    default boolean mayExpire(CauseMaterial cause, double bytesPerOperation) {
        return false;
    }
}
