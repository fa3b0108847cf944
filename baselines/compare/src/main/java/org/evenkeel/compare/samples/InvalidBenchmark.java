package org.evenkeel.compare.samples;

import java.util.Objects;

/**
 * A benchmark whose run broke an invariant or crashed, so that its numbers mean nothing.
 *
 * @param identity which one; its metric is {@code score}
 * @param reason what was found broken
 */
public record InvalidBenchmark(Identity identity, String reason) {

    public InvalidBenchmark {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(reason, "reason");
    }
}
