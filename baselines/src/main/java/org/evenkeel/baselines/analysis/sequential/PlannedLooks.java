package org.evenkeel.baselines.analysis.sequential;

import java.util.List;

/**
 * After how many blocks the data are looked at. Nothing is decided in between, and nothing after the last.
 *
 * @param blocks ascending, the first at least 3: below that a variance says next to nothing
 */
public record PlannedLooks(List<Integer> blocks) {

    /**
     * Each look has about a third more blocks than the one before: an interval narrower by a seventh. The first has six: a
     * benchmark whose JIT takes one of two ways can give four blocks that agree by chance, and a variance of next to
     * nothing, once in 200 times; six do so once in 4,000.
     */
    public static final PlannedLooks DEFAULT = new PlannedLooks(List.of(6, 8, 11, 15, 20, 27, 36, 48, 64));

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
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("expected at least one look");
        }
    }

    /** How many there are at the most. */
    public int count() {
        return blocks.size();
    }

    /** The block after which nothing more is decided. */
    public int last() {
        return blocks.get(blocks.size() - 1);
    }
}
