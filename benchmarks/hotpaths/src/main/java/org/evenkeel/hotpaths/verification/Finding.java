package org.evenkeel.hotpaths.verification;

/** What became of checking one statement. */
sealed interface Finding {

    /** What the sources say about the statement. */
    Verdict verdict();

    /**
     * The passage that comes nearest; of several that are equally near, the first.
     *
     * @param passage number of the passage
     * @param similarity above 0; 1 for the same words in the same order
     */
    record BestMatch(int passage, double similarity) implements Finding {
        @Override
        public Verdict verdict() {
            return Verdict.of(similarity);
        }
    }

    /** No passage has a word in common with the statement. */
    record NothingInCommon() implements Finding {
        @Override
        public Verdict verdict() {
            return Verdict.UNSUPPORTED;
        }
    }
}
