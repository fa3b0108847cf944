package org.evenkeel.baselines.report.html;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/** The readings of one signal over operations, as the points of a line in a fixed box. */
final class SignalChart {

    static final double WIDTH = 640;
    static final double HEIGHT = 116;

    private SignalChart() {}

    /**
     * The points, {@code x,y x,y ...}, the lowest reading at the bottom.
     *
     * @param samples at least one, each with the signal
     */
    static String points(List<Sample> samples, Signal signal) {
        long least = samples.stream()
                .mapToLong(sample -> value(sample, signal))
                .min()
                .orElseThrow();
        long most = samples.stream()
                .mapToLong(sample -> value(sample, signal))
                .max()
                .orElseThrow();
        long first = samples.get(0).totalOperations();
        long last = samples.get(samples.size() - 1).totalOperations();
        StringJoiner points = new StringJoiner(" ");
        for (Sample sample : samples) {
            points.add(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    WIDTH * share(sample.totalOperations(), first, last),
                    2 + HEIGHT * (1 - share(value(sample, signal), least, most))));
        }
        return points.toString();
    }

    private static long value(Sample sample, Signal signal) {
        return sample.reading(signal).orElseThrow();
    }

    private static double share(long value, long from, long to) {
        return to > from ? (double) (value - from) / (to - from) : 0;
    }
}
