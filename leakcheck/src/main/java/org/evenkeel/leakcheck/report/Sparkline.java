package org.evenkeel.leakcheck.report;

import java.util.Arrays;

/** A series as one line of block characters. */
final class Sparkline {

    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * Draws the readings, averaged into at most {@code width} columns.
     *
     * @param values at least one
     */
    static String of(double[] values, int width) {
        int columns = Math.min(width, values.length);
        double[] means = new double[columns];
        for (int c = 0; c < columns; c++) {
            int from = c * values.length / columns;
            int to = (c + 1) * values.length / columns;
            means[c] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        double least = Arrays.stream(means).min().orElseThrow();
        double most = Arrays.stream(means).max().orElseThrow();
        StringBuilder line = new StringBuilder();
        for (double mean : means) {
            double share = most > least ? (mean - least) / (most - least) : 0;
            line.append(LEVELS.charAt((int) Math.round(share * (LEVELS.length() - 1))));
        }
        return line.toString();
    }
}
