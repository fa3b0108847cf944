package org.evenkeel.suite.nightly.verdict;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;

/** Makes histories for tests. */
public final class Nights {

    static final Metric TIME = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);
    static final Metric RATE = new Metric(Metric.SCORE, "ops/s", MetricKind.TIME, Direction.LARGER_IS_BETTER);

    private Nights() {}

    /** The identity of a benchmark by its number. */
    public static Identity identity(int benchmark) {
        return new Identity("suite.B.b" + benchmark, "avgt", 1, new TreeMap<>(), Metric.SCORE);
    }

    /** A history whose every benchmark has one value a night, given on the log scale; each night has its own commit. */
    static History of(Metric metric, int nights, IntFunction<double[]> benchmarksOfNight) {
        History.Builder history = new History.Builder();
        for (int night = 0; night < nights; night++) {
            history.night(new Night(night, night * 86_400_000L, "c" + night));
            double[] values = benchmarksOfNight.apply(night);
            for (int benchmark = 0; benchmark < values.length; benchmark++) {
                history.add(identity(benchmark), metric, List.of(1000 * Math.exp(values[benchmark])));
            }
        }
        return history.build();
    }
}
