package org.evenkeel.suite.load.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.evenkeel.kernel.Statistics;
import org.evenkeel.suite.load.plan.LoadMetric;
import org.evenkeel.suite.load.plan.LoadObjective;
import org.evenkeel.suite.load.run.worker.WebStatus;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.samples.TaskResult;

/** The value of a metric in a phase. */
public final class Metrics {

    /** Growth is told from the first stretch to the last; each is this share of all. */
    private static final double STRETCH = 0.1;

    private static final double SECONDS_PER_MINUTE = 60;

    private Metrics() {}

    /** What an objective is about, in a phase; empty where nothing was measured of it. */
    public static OptionalDouble value(LoadObjective objective, PhaseResult phase, LoadRun run) {
        List<TaskResult> tasks = phase.tasks().stream()
                .filter(task ->
                        objective.user().isEmpty() || objective.user().get().equals(task.user()))
                .filter(task ->
                        objective.task().isEmpty() || objective.task().get().equals(task.task()))
                .toList();
        TaskResult together = phase.together("", "", tasks);
        LoadMetric metric = objective.metric();
        if (metric.kind().isOfTheProcess() && run.driver().isAProcessOfItsOwn()) {
            return OptionalDouble.empty();
        }
        List<Second> seconds = run.secondsOf(phase);
        return switch (metric.kind()) {
            case RESPONSE -> time(together.response(), metric);
            case SERVICE -> time(together.service(), metric);
            case RATE -> OptionalDouble.of(together.good() / Math.max(1e-9, phase.elapsedSeconds()));
            case ERRORS -> share(together.errors(), together.done());
            case ERRORS_4XX -> share(ofStatus('4', phase), phase.done());
            case ERRORS_5XX -> share(ofStatus('5', phase), phase.done());
            case DROPPED -> share(together.dropped(), together.done() + together.dropped());
            case CPU -> OptionalDouble.of(phase.cpu());
            case ELAPSED -> OptionalDouble.of(phase.elapsedSeconds() * 1e9);
            case HEAP_GROWTH -> {
                double[] ends = ends(seconds, Second::afterCollectionBytes);
                yield ends.length == 0 || ends[0] <= 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((ends[1] - ends[0]) / ends[0]);
            }
            case RESIDENT_GROWTH -> growth(ends(seconds, Second::outsideHeapBytes));
            case RESIDENT_PER_MINUTE -> perMinute(ends(seconds, Second::outsideHeapBytes), seconds);
            case THREADS_GROWTH -> growth(ends(seconds, second -> OptionalLong.of(second.threads())));
            case DESCRIPTORS_GROWTH -> growth(ends(seconds, Second::descriptors));
            case GAUGE -> gauge(metric, seconds, run);
        };
    }

    private static OptionalDouble time(Histogram times, LoadMetric metric) {
        if (times.getTotalCount() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                metric.name().endsWith("mean")
                        ? times.getMean()
                        : (double) times.getValueAtPercentile(100 * metric.rank()));
    }

    /** Requests that a service answered with a status that begins with this digit. */
    public static long ofStatus(char first, PhaseResult phase) {
        return phase.errors().entrySet().stream()
                .filter(kind -> kind.getKey().startsWith(WebStatus.KIND + first))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static OptionalDouble share(long part, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) all);
    }

    private static OptionalDouble growth(double[] ends) {
        return ends.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ends[1] - ends[0]);
    }

    private static OptionalDouble perMinute(double[] ends, List<Second> seconds) {
        if (ends.length == 0) {
            return OptionalDouble.empty();
        }
        double between =
                (seconds.get(seconds.size() - 1).seconds() - seconds.get(0).seconds()) * (1 - STRETCH);
        return between <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((ends[1] - ends[0]) / between * SECONDS_PER_MINUTE);
    }

    /** Medians of the first stretch and of the last; nothing where there are too few readings. */
    private static double[] ends(List<Second> seconds, Function<Second, OptionalLong> reading) {
        double[] values = seconds.stream()
                .map(reading)
                .filter(OptionalLong::isPresent)
                .mapToDouble(value -> (double) value.orElseThrow())
                .toArray();
        if (values.length < 2) {
            return new double[0];
        }
        int stretch = (int) Math.max(1, Math.round(values.length * STRETCH));
        return new double[] {
            Statistics.median(Arrays.copyOf(values, stretch)),
            Statistics.median(Arrays.copyOfRange(values, values.length - stretch, values.length))
        };
    }

    private static OptionalDouble gauge(LoadMetric metric, List<Second> seconds, LoadRun run) {
        int place = run.gauge(metric.gauge());
        if (place < 0 || seconds.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] values =
                seconds.stream().mapToDouble(second -> second.gauge(place)).toArray();
        String which = metric.name().substring(metric.name().lastIndexOf('.') + 1);
        return switch (which) {
            case "min" -> Arrays.stream(values).min();
            case "max" -> Arrays.stream(values).max();
            case "mean" -> Arrays.stream(values).average();
            default -> OptionalDouble.of(values[values.length - 1]);
        };
    }
}
