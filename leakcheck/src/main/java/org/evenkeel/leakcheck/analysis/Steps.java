package org.evenkeel.leakcheck.analysis;

import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Which way a series went from point to point.
 *
 * @param up steps that went up
 * @param down steps that went down
 * @param all steps there are
 */
public record Steps(int up, int down, int all) {

    /** Of a series. */
    public static Steps of(SignalSeries series) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < series.size(); i++) {
            double step = series.value(i) - series.value(i - 1);
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
        }
        return new Steps(up, down, Math.max(0, series.size() - 1));
    }

    /** Whether at least {@code least} steps went up, each and every one. */
    public boolean upOnly(int least) {
        return up == all && all >= least;
    }
}
