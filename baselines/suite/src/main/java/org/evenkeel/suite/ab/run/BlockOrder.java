package org.evenkeel.suite.ab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Says which of the benchmarks that are open lets the others go first. */
final class BlockOrder {

    /** A benchmark whose blocks take that much longer than all others' has fewer of them, */
    private static final double TOO_LONG = 1.5;

    /** though not fewer than these: the others may show a large change meanwhile. */
    private static final int FEWEST_OF_THE_SLOWEST = 1;

    private BlockOrder() {}

    /**
     * How far a benchmark is.
     *
     * @param blocks that are kept
     * @param spent nanoseconds that these took
     * @param aBlock nanoseconds that its next block is going to take
     * @param disturbed whether others had the machine during its last block
     */
    record Progress(int blocks, long spent, long aBlock, boolean disturbed) {}

    /**
     * Whether a benchmark waits. Forms of one path are judged together by as many blocks as each of them has, so one whose
     * block was thrown away is caught up with first; but not while the machine is disturbed, which may take a while.
     */
    static boolean waits(Progress one, List<Progress> others) {
        List<Progress> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return isAhead(0, all)
                || IntStream.range(1, all.size())
                        .filter(other -> !all.get(other).disturbed() && !isAhead(other, all))
                        .anyMatch(other -> all.get(other).blocks() < one.blocks());
    }

    /** Whether the blocks of one of them take so much longer than those of the others that its next one can wait for theirs. */
    private static boolean isAhead(int index, List<Progress> all) {
        Progress one = all.get(index);
        List<Progress> others = new ArrayList<>(all);
        others.remove(index);
        return !others.isEmpty()
                && one.blocks() >= FEWEST_OF_THE_SLOWEST
                && one.spent() > most(others, Progress::spent)
                && one.aBlock() > TOO_LONG * most(others, Progress::aBlock);
    }

    private static long most(List<Progress> of, ToLongFunction<Progress> what) {
        return of.stream().mapToLong(what).max().orElse(0);
    }
}
