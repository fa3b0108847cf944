package org.evenkeel.baselines.verdict.history;

import org.evenkeel.baselines.samples.Identity;

/**
 * A benchmark whose nights are not judged at the end of a history.
 *
 * @param identity of the benchmark
 * @param isYoung whether it only needs more nights
 * @param reason why not
 */
public record SetAside(Identity identity, boolean isYoung, String reason) {

    /** The night of a benchmark, counted from 1, that is the first to be judged: the very first has nothing to deviate from. */
    public static final int NIGHTS_NEEDED = NightGate.LEAST_NIGHTS + 2;
}
