package org.evenkeel.suite.ab.analysis;

import java.util.List;

/**
 * After how many blocks the data are looked at. Nothing is decided in between, and nothing after the last.
 *
 * @param blocks ascending, the first at least 3: below that a variance says next to nothing
 * @param early how many of them share nine tenths of the error that is allowed; the rest goes to those behind. All of them for equal shares
 */
public record PlannedLooks(List<Integer> blocks, int early) {

    /**
     * Each look has about a third more blocks than the one before: an interval narrower by a seventh. The first has six: a
     * benchmark whose JIT takes one of two ways can give four blocks that agree by chance, and a variance of next to
     * nothing, once in 200 times; six do so once in 4,000. The fifth is about as far as the time of one benchmark goes; those behind
     * are for somebody who gives it more, and have nearly all the blocks of one another in common.
     */
    public static final PlannedLooks DEFAULT = new PlannedLooks(List.of(6, 8, 11, 15, 20, 27, 36, 48, 64), 5);

    private static final double SHARE_OF_EARLY_LOOKS = 0.9;

    private static final int FEWEST_BLOCKS = 3;

    public PlannedLooks {
        blocks = List.copyOf(blocks);
        int before = FEWEST_BLOCKS - 1;
        for (int look : blocks) {
            if (look <= before) {
                throw new IllegalArgumentException(
                        "expected ascending looks from " + FEWEST_BLOCKS + " on, found " + blocks);
            }
            before = look;
        }
        if (early < 1 || early > blocks.size()) {
            throw new IllegalArgumentException("expected one early look or more of " + blocks + ", found " + early);
        }
    }

    /** The share of the error that the look after so many blocks, one of those planned, may make; all together are 1. */
    public double share(int after) {
        int late = blocks.size() - early;
        double ofEarly = late == 0 ? 1 : SHARE_OF_EARLY_LOOKS;
        return blocks.indexOf(after) < early ? ofEarly / early : (1 - ofEarly) / late;
    }

    /** The block after which nothing more is decided. */
    public int last() {
        return blocks.get(blocks.size() - 1);
    }
}
