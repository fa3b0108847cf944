package org.evenkeel.suite.sides;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Predicate;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.run.MeasuredClassPath;

/** Hot paths that only one side has. What a change renames is compared with nothing, however slow it has become. */
public final class OneSidedPaths {

    private OneSidedPaths() {}

    /** Those of the base that the current side has no more, of all that are measured where nobody names any. */
    public static List<PlannedPath> gone(Sides sides) {
        Set<String> now = new MeasuredClassPath(sides.current()).names();
        try {
            return new MeasuredClassPath(sides.base())
                    .select(List.of()).stream()
                            .filter(path -> !now.contains(path.spec().name()))
                            .toList();
        } catch (BadInputException | ServiceConfigurationError | LinkageError none) {
            // What a base has that cannot be asked is said of each path that was to be compared with it.
            return List.of();
        }
    }

    /** Whether the base has no hot path of a name; false where it cannot be asked. */
    public static Predicate<PlannedPath> areAdded(Sides sides) {
        try {
            Set<String> before = new MeasuredClassPath(sides.base()).names();
            return path -> !before.contains(path.spec().name());
        } catch (ServiceConfigurationError | LinkageError unknown) {
            return path -> false;
        }
    }
}
