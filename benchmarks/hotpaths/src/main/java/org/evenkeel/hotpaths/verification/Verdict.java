package org.evenkeel.hotpaths.verification;

/** What the sources say about a statement. */
enum Verdict {
    /** A passage says the same in almost the same words. */
    SUPPORTED(0.7),
    /** A passage is about the same things. */
    RELATED(0.3),
    /** No passage comes near. */
    UNSUPPORTED(0);

    private final double leastSimilarity;

    Verdict(double leastSimilarity) {
        this.leastSimilarity = leastSimilarity;
    }

    /** The verdict on a statement whose best match is this similar, from 0 to 1. */
    static Verdict of(double similarity) {
        if (similarity >= SUPPORTED.leastSimilarity) {
            return SUPPORTED;
        }
        return similarity >= RELATED.leastSimilarity ? RELATED : UNSUPPORTED;
    }
}
