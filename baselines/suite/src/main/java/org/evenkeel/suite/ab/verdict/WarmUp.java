package org.evenkeel.suite.ab.verdict;

import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.suite.ab.analysis.ForkSummary;
import org.jspecify.annotations.Nullable;

/** Whether two forks that took turns were still warming up while they were measured. */
public enum WarmUp {
    /** They were not, or so little that dropping their beginning is enough. */
    OVER,
    /** One of them may have been: it gained on the other. */
    PERHAPS,
    /**
     * The compiler of one of them worked through most of what was measured, and of a crowd that one became faster meanwhile; or both
     * became several times as fast.
     */
    SURELY;

    /** A machine may double its speed within a fork. */
    private static final double FASTER_THAN_A_MACHINE_CAN = 2.5;

    /** A machine that gets faster can look like a warm-up; a compiler that is at work in every second slice is none of its doing. */
    private static final double MOST_COMPILING = 0.5;

    /**
     * What the forks of a block say.
     *
     * @param crowd whether there are more callers than processors: their slices scatter so much that one side often seems to gain on the
     *     other, and their compiler is seldom done
     */
    public static WarmUp of(Fork one, Fork other, boolean crowd) {
        if (!one.score().isPositive() || !other.score().isPositive()) {
            return OVER;
        }
        if (isCompiling(one, crowd)
                || isCompiling(other, crowd)
                || ForkSummary.leastGain(one.iterations(), other.iterations(), fastIsSmall(one))
                        > FASTER_THAN_A_MACHINE_CAN) {
            return SURELY;
        }
        return !crowd && ForkSummary.stillWarmUp(one.iterations(), other.iterations(), fastIsSmall(one))
                ? PERHAPS
                : OVER;
    }

    private static boolean isCompiling(Fork fork, boolean crowd) {
        @Nullable Series compiling = fork.session().series().get(fork.identity().withMetric(Forks.COMPILING));
        return compiling != null
                && compiling.forks()[0] >= MOST_COMPILING
                && (!crowd || ForkSummary.stillWarmsUp(fork.iterations(), fastIsSmall(fork)));
    }

    private static boolean fastIsSmall(Fork fork) {
        return fork.score().metric().direction() == Direction.SMALLER_IS_BETTER;
    }
}
