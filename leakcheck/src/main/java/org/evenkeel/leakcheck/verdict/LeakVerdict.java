package org.evenkeel.leakcheck.verdict;

import org.evenkeel.kernel.LeakVerdictName;

/** The answer of a check, with the evidence for it. */
public sealed interface LeakVerdict {

    /** The answer in one word. */
    LeakVerdictName name();

    /** What it rests on. */
    LeakEvidence evidence();

    /** The answer in one sentence, with its reason. */
    String explanation();

    /** What grows, or seems to. */
    default Growth growth() {
        return Growth.NONE;
    }

    /** Nothing grows by more than the check can resolve, or than is accepted. */
    record Steady(LeakEvidence evidence, String explanation) implements LeakVerdict {

        @Override
        public LeakVerdictName name() {
            return LeakVerdictName.STEADY;
        }
    }

    /** Something grows and does not stop. */
    record Growing(LeakEvidence evidence, Growth growth, String explanation) implements LeakVerdict {

        @Override
        public LeakVerdictName name() {
            return LeakVerdictName.GROWING;
        }
    }

    /**
     * The evidence does not decide.
     *
     * @param growth what may be a leak
     * @param whatWouldSettle what to do to get an answer
     */
    record Inconclusive(LeakEvidence evidence, Growth growth, String explanation, String whatWouldSettle)
            implements LeakVerdict {

        /** Of something that shows no growth. */
        public Inconclusive(LeakEvidence evidence, String explanation, String whatWouldSettle) {
            this(evidence, Growth.NONE, explanation, whatWouldSettle);
        }

        /** The same, with other advice. */
        public Inconclusive settledBy(String what) {
            return new Inconclusive(evidence, growth, explanation, what);
        }

        @Override
        public LeakVerdictName name() {
            return LeakVerdictName.INCONCLUSIVE;
        }
    }

    /** The workload broke, so its growth says nothing. */
    record Invalid(LeakEvidence evidence, String explanation) implements LeakVerdict {

        @Override
        public LeakVerdictName name() {
            return LeakVerdictName.INVALID;
        }
    }
}
