package org.evenkeel.leakcheck.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;

/** One series as a picture: its readings over the operations or over time, and the line that was fitted to the judged part of it. */
final class SignalChart {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 150;
    private static final double LEFT = 90;
    private static final double RIGHT = 12;
    private static final double TOP = 10;
    private static final double BOTTOM = 22;

    private final SignalSeries series;
    private final Unit unit;
    private final GrowthPer per;
    private final double least;
    private final double most;

    private SignalChart(SignalSeries series, Unit unit, GrowthPer per) {
        this.series = series;
        this.unit = unit;
        this.per = per;
        double[] values = series.values(0, series.size());
        least = Arrays.stream(values).min().orElse(0);
        double highest = Arrays.stream(values).max().orElse(0);
        most = highest > least ? highest : least + 1;
    }

    /**
     * Draws.
     *
     * @param perOperation the slope of the fitted line, by one of what the series counts
     * @return an SVG element
     */
    static String of(SignalSeries series, Unit unit, GrowthPer per, double perOperation) {
        return new SignalChart(series, unit, per).draw(perOperation);
    }

    private String draw(double perOperation) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" width=\"%.0f\" height=\"%.0f\">%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        label(svg, LEFT - 6, TOP + 4, "end", Quantities.of(most, unit));
        label(svg, LEFT - 6, HEIGHT - BOTTOM, "end", Quantities.of(least, unit));
        label(svg, LEFT, HEIGHT - 6, "start", across(series.operations(0)));
        label(
                svg,
                WIDTH - RIGHT,
                HEIGHT - 6,
                "end",
                across(series.operations(series.size() - 1)) + " " + per.label() + "s");
        line(svg, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        line(svg, "axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        for (int i = 0; i < series.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"reading\" cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>%n",
                    x(series.operations(i)),
                    y(series.value(i))));
        }
        fitted(svg, perOperation);
        return svg.append("</svg>\n").toString();
    }

    private void fitted(StringBuilder svg, double perOperation) {
        FittedLine line = FittedLine.of(series, perOperation, Optional.empty());
        line(svg, "fitted", x(line.from()), y(line.at(line.from())), x(line.to()), y(line.at(line.to())));
    }

    private String across(double counted) {
        return Quantities.significant(counted / per.counted());
    }

    private double x(double operations) {
        double share = series.span() > 0 ? (operations - series.operations(0)) / series.span() : 0;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double share = Math.min(1, Math.max(0, (value - least) / (most - least)));
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }
}
