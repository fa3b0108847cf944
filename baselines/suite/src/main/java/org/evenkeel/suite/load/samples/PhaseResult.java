package org.evenkeel.suite.load.samples;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.evenkeel.suite.load.plan.Phase;

/**
 * One phase as it was run.
 *
 * @param number among all that were run, the warm-up included
 * @param phase as it was planned
 * @param isWarmup whether nothing is judged by it
 * @param seconds how long requests arrived, in seconds; less than planned when it was stopped
 * @param elapsedSeconds from its start to the end of its last request
 * @param offered requests that were due; those begun where users decide when they come
 * @param begun requests that were begun
 * @param waited arrivals that found no free caller when they were due
 * @param lag how late the driver itself was, in nanoseconds; not to be changed
 * @param tasks in the order of the scenario
 * @param errors how often each kind was seen
 * @param usersCpuNanos processor time of all users, their requests included; 0 where it is not told
 * @param cpu processor time of the process as a share of the machine's
 */
public record PhaseResult(
        int number,
        Phase phase,
        boolean isWarmup,
        double seconds,
        double elapsedSeconds,
        long offered,
        long begun,
        long waited,
        Histogram lag,
        List<TaskResult> tasks,
        SortedMap<String, Long> errors,
        long usersCpuNanos,
        double cpu) {

    public PhaseResult {
        tasks = List.copyOf(tasks);
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** Requests that ended, those that failed included. */
    public long done() {
        return tasks.stream().mapToLong(TaskResult::done).sum();
    }

    /** Whether arrivals waited for nobody. */
    public boolean isOpen() {
        return phase.arrivals().isOpen();
    }

    /** The tasks together, under a name; those that are wanted. */
    public TaskResult together(String user, String task, List<TaskResult> wanted) {
        return new TaskResult(
                user,
                task,
                wanted.stream().mapToLong(TaskResult::done).sum(),
                wanted.stream().mapToLong(TaskResult::errors).sum(),
                wanted.stream().mapToLong(TaskResult::dropped).sum(),
                sum(wanted, TaskResult::response),
                sum(wanted, TaskResult::service));
    }

    /** All tasks together. */
    public TaskResult all() {
        return tasks.size() == 1 ? tasks.get(0) : together("", "", tasks);
    }

    private static Histogram sum(List<TaskResult> tasks, Function<TaskResult, Histogram> which) {
        Histogram sum =
                new Histogram(tasks.isEmpty() ? 3 : which.apply(tasks.get(0)).getNumberOfSignificantValueDigits());
        tasks.forEach(task -> sum.add(which.apply(task)));
        return sum;
    }
}
