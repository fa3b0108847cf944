package org.evenkeel.suite.sides;

import java.nio.file.Path;
import java.util.List;

/**
 * The class paths of the two sides.
 *
 * @param base of the code to compare with
 * @param current of the code as it is now
 */
public record Sides(List<Path> base, List<Path> current) {

    public Sides {
        base = List.copyOf(base);
        current = List.copyOf(current);
    }

    /** The class path of one side. */
    public List<Path> of(Arm arm) {
        return arm == Arm.BASE ? base : current;
    }
}
