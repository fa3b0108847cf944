package org.evenkeel.leakcheck.verdict;

/** The answer of a check, with the evidence for it. */
public sealed interface Verdict {

    /** What it rests on. */
    Evidence evidence();

    /** The answer in one sentence, with its reason. */
    String explanation();

    /** Nothing grows by more than the check can resolve, or than is accepted. */
    record Steady(Evidence evidence, String explanation) implements Verdict {}

    /** Something grows and does not stop. */
    record Growing(Evidence evidence, String explanation) implements Verdict {}

    /**
     * The evidence does not decide.
     *
     * @param whatWouldSettle what to do to get an answer
     */
    record Inconclusive(Evidence evidence, String explanation, String whatWouldSettle) implements Verdict {}

    /** The workload broke, so its growth says nothing. */
    record Invalid(Evidence evidence, String explanation) implements Verdict {}
}
