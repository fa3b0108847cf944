package org.evenkeel.workload;

import java.util.Objects;

/**
 * State of a path, built to be weighed: once with a known number of items in it, once with none. What the first weighs more
 * than the second, divided by the items, is what the path keeps for each.
 *
 * <p>Both must reach only what belongs to the path's own data: a thread, a pool or a class loader would be weighed along.
 *
 * @param item what is counted, in the singular, such as {@code conversation}
 * @param items how many of them {@code filled} holds, at least 1
 * @param filled the state with the items
 * @param empty the same state without them
 */
public record Footprint(String item, int items, Object filled, Object empty) {

    public Footprint {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(empty, "empty");
        if (items < 1) {
            throw new IllegalArgumentException("expected at least 1 item, found " + items);
        }
    }
}
