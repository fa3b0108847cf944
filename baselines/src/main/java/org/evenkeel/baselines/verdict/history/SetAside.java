package org.evenkeel.baselines.verdict.history;

import org.evenkeel.baselines.samples.Identity;

/**
 * A benchmark whose nights are not judged at the end of a history.
 *
 * @param identity of the benchmark
 * @param reason why not
 */
public record SetAside(Identity identity, String reason) {}
