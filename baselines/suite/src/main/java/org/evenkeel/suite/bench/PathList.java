package org.evenkeel.suite.bench;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Parameter;

/** The hot paths there are, with what can be set about them. */
public final class PathList {

    private PathList() {}

    /** Renders the paths in the order given; ends with a line break. */
    public static String render(List<HotPath> paths) {
        StringBuilder text = new StringBuilder();
        for (HotPath path : paths) {
            text.append(path.name())
                    .append(": ")
                    .append(path.summary())
                    .append(path.calibration() ? " (for calibration; runs only when asked for by name)" : "")
                    .append('\n');
            if (!path.parameters().isEmpty()) {
                List<List<String>> cells = new ArrayList<>();
                for (Parameter parameter : path.parameters()) {
                    cells.add(List.of(
                            "  " + parameter.name() + "=" + parameter.defaultValue(),
                            parameter.values().describe(),
                            parameter.description()));
                }
                text.append(TextTable.render(cells));
            }
        }
        return text.toString();
    }
}
