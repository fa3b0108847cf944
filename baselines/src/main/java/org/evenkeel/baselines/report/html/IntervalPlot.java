package org.evenkeel.baselines.report.html;

import java.util.Locale;
import org.evenkeel.leakcheck.analysis.Interval;

/**
 * The positions of one row's interval on a scale that all rows share. Strings, because a template writes them as they
 * are.
 */
record IntervalPlot(String from, String to, String at, String bandFrom, String bandWidth) {

    static final double WIDTH = 160;

    /**
     * Draws an interval; what lies beyond the scale is cut at its end.
     *
     * @param scale relative change at either end, above 0
     */
    static IntervalPlot of(double change, Interval interval, double margin, double scale) {
        double bandFrom = position(-margin, scale);
        return new IntervalPlot(
                text(position(interval.lower(), scale)),
                text(position(interval.upper(), scale)),
                text(position(change, scale)),
                text(bandFrom),
                text(position(margin, scale) - bandFrom));
    }

    static double position(double change, double scale) {
        double share = Math.max(-1, Math.min(1, change / scale));
        return WIDTH / 2 * (1 + share);
    }

    private static String text(double position) {
        return String.format(Locale.ROOT, "%.1f", position);
    }
}
