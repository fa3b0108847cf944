package org.evenkeel.suite.load.report;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.TaskResult;

/**
 * A row of every table: a task in a phase, or all of them together.
 *
 * @param result its counts and times
 * @param isTotal whether it stands for several tasks
 */
record TaskRows(PhaseResult phase, TaskResult result, boolean isTotal) {

    /** Percentiles that tables have. */
    static final double[] RANKS = {50, 95, 99, 99.9, 100};

    /** Their names. */
    static final List<String> NAMES = List.of("p50", "p95", "p99", "p99.9", "max");

    /** Those of a phase: its tasks, those of each kind of users together, and all together where there are several. */
    static List<TaskRows> of(PhaseResult phase) {
        List<TaskRows> rows = new ArrayList<>();
        List<String> users =
                phase.tasks().stream().map(TaskResult::user).distinct().toList();
        for (String user : users) {
            List<TaskResult> own = phase.tasks().stream()
                    .filter(task -> task.user().equals(user))
                    .toList();
            own.forEach(task -> rows.add(new TaskRows(phase, task, false)));
            if (own.size() > 1) {
                rows.add(new TaskRows(phase, phase.together(user, "all", own), true));
            }
        }
        if (users.size() > 1) {
            rows.add(new TaskRows(phase, phase.together("all", "all", phase.tasks()), true));
        }
        return rows;
    }

    /** Times that suit the phase: of responses where arrivals wait for nobody, else of service. */
    Histogram times() {
        return phase.isOpen() ? result.response() : result.service();
    }

    /** What those times are. */
    String kind() {
        return phase.isOpen() ? "response" : "service";
    }

    double rate() {
        return result.good() / Math.max(1e-9, phase.elapsedSeconds());
    }

    /** A percentile, in nanoseconds; NaN where no request ended. */
    static double percentile(Histogram times, double rank) {
        return times.getTotalCount() == 0
                ? Double.NaN
                : rank >= 100 ? times.getMaxValue() : times.getValueAtPercentile(rank);
    }
}
