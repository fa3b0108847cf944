package org.evenkeel.compare.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The iterations of each fork of one result, as they stand in the file. */
record RawData(List<double[]> forks) {

    /** No fork has a hundredth of it; a file of two megabytes can unpack to more. */
    private static final int MOST_ITERATIONS = 10_000_000;

    /** Reads an array of forks, each an array of numbers; the cursor stands on the start. */
    static RawData read(JsonCursor cursor, String what) throws IOException {
        List<double[]> forks = new ArrayList<>();
        cursor.inArray(what);
        double[] buffer = new double[16];
        while (cursor.nextElement()) {
            cursor.inArray("a fork of " + what);
            int count = 0;
            while (cursor.nextElement()) {
                if (count == MOST_ITERATIONS) {
                    throw cursor.error(String.format(
                            Locale.ROOT,
                            "a fork of %s has more than %,d iterations; JMH writes no such file",
                            what,
                            MOST_ITERATIONS));
                }
                if (count == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * count);
                }
                buffer[count++] = cursor.number("an iteration of " + what);
            }
            // A profiler need not report in every fork.
            if (count > 0) {
                forks.add(Arrays.copyOf(buffer, count));
            }
        }
        return new RawData(forks);
    }

    boolean isEmpty() {
        return forks.isEmpty();
    }

    double[] means() {
        double[] means = new double[forks.size()];
        Arrays.setAll(means, fork -> mean(forks.get(fork)));
        return means;
    }

    /** The geometric mean of each fork; of a fork with a number that has no logarithm, the arithmetic one. */
    double[] geometricMeans() {
        double[] means = new double[forks.size()];
        Arrays.setAll(means, fork -> geometricMean(forks.get(fork)));
        return means;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double geometricMean(double[] values) {
        if (values.length == 1) {
            return values[0];
        }
        double sum = 0;
        for (double value : values) {
            if (!(value > 0)) {
                // Zero, negative or NaN: the whole series will be called unusable, and shows what it has.
                return Math.min(mean(values), value);
            }
            sum += Math.log(value);
        }
        return Math.exp(sum / values.length);
    }
}
