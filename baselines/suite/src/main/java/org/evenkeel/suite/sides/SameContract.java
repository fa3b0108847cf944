package org.evenkeel.suite.sides;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.PathSpec;

/** Whether both sides mean the same by a hot path: numbers of two workloads say nothing about the code. */
public final class SameContract {

    private SameContract() {}

    /**
     * Makes sure that both sides have the paths, with the same defaults.
     *
     * @throws BadInputException when they do not
     */
    public static void require(Sides sides, List<PlannedPath> paths) {
        for (PlannedPath path : paths) {
            Map<String, String> now =
                    new MeasuredClassPath(sides.current()).withHotPaths(available -> defaults(available, path.spec()));
            Map<String, String> before;
            try {
                before =
                        new MeasuredClassPath(sides.base()).withHotPaths(available -> defaults(available, path.spec()));
            } catch (BadPathException | ServiceConfigurationError | LinkageError e) {
                throw new BadInputException(
                        "the base does not have the hot path " + path.spec() + " as the current side has it ("
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("no message")
                                + "); choose another --path, or a younger --base",
                        e);
            }
            now.forEach((name, value) -> {
                if (!before.getOrDefault(name, value).equals(value)) {
                    throw new BadInputException("the hot path " + path.spec() + " has " + name + "=" + before.get(name)
                            + " by default in the base and " + name + "=" + value
                            + " on the current side, so the two do"
                            + " not measure the same; set it in --path");
                }
            });
        }
    }

    /** The parameters that are not set, with their defaults. */
    private static Map<String, String> defaults(HotPaths available, PathSpec spec) {
        var unused = HotPaths.check(available.named(spec.name()), spec);
        Map<String, String> defaults = new TreeMap<>();
        for (Parameter parameter : available.named(spec.name()).parameters()) {
            if (parameter.role() != Parameter.Role.FAULT && !spec.settings().containsKey(parameter.name())) {
                defaults.put(parameter.name(), parameter.defaultValue());
            }
        }
        return defaults;
    }
}
