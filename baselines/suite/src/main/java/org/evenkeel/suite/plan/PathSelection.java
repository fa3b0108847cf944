package org.evenkeel.suite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.PathSpec;

/** Turns what was asked for into the paths of a plan. */
public final class PathSelection {

    private PathSelection() {}

    /** The paths to measure, of all that there are. */
    public static List<PlannedPath> select(HotPaths available, List<String> asked) {
        return select(available, asked, path -> true, "on the class path");
    }

    /**
     * The paths to measure.
     *
     * @param asked what stands behind {@code --path}; empty for all paths but those for calibration
     * @param isMeant whether a path is meant where none is asked for
     * @param where paths are looked for, in words
     * @throws BadInputException when there is nothing to measure, one thing twice, a path that does not exist, or a setting that it does not take
     */
    public static List<PlannedPath> select(
            HotPaths available, List<String> asked, Predicate<HotPath> isMeant, String where) {
        if (asked.isEmpty()) {
            List<PlannedPath> all = available.all().stream()
                    .filter(path -> !path.calibration() && isMeant.test(path))
                    .map(path -> new PlannedPath(PathSpec.parse(path.name())))
                    .toList();
            if (all.isEmpty()) {
                throw new BadInputException(
                        "there is no hot path " + where + "; expected a jar or folder with "
                                + "META-INF/services/" + HotPath.class.getName()
                                + " in --classpath, or a path of another one by --path; benchmarks of a JMH jar are named by --benchmark");
            }
            return all;
        }
        List<PlannedPath> selected = new ArrayList<>();
        for (String text : asked) {
            PlannedPath path = planned(available, text);
            if (selected.stream().anyMatch(other -> other.spec().equals(path.spec()))) {
                throw new BadInputException("--path " + text + ": " + path.spec()
                        + " is asked for twice; results could not be told apart, so ask for it once");
            }
            selected.add(path);
        }
        return selected;
    }

    private static PlannedPath planned(HotPaths available, String text) {
        try {
            PathSpec spec = PathSpec.parse(text);
            return canonical(available.named(spec.name()), spec);
        } catch (BadPathException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Without values that are the default anyway, so that one benchmark has one name; faults set apart. */
    private static PlannedPath canonical(HotPath path, PathSpec spec) {
        var unused = HotPaths.check(path, spec);
        SortedMap<String, String> settings = new TreeMap<>();
        SortedMap<String, String> faults = new TreeMap<>();
        for (Parameter parameter : path.parameters()) {
            String value = spec.settings().get(parameter.name());
            if (value != null && !value.equals(parameter.defaultValue())) {
                (parameter.role() == Parameter.Role.FAULT ? faults : settings).put(parameter.name(), value);
            }
        }
        return new PlannedPath(new PathSpec(spec.name(), settings), faults);
    }
}
