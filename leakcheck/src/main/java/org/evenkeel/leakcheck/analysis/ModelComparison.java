package org.evenkeel.leakcheck.analysis;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Shapes of growth in competition: each is fitted by least squares and pays for its parameters by the Bayesian information
 * criterion (Schwarz 1978, doi:10.1214/aos/1176344136), of which the smallest wins.
 *
 * @param criteria the criterion of each model
 * @param endSlopeShare slope of the fitted saturating curve at its end, as a share of its mean slope; near 1 for a straight
 *     line and near 0 for one that has levelled off
 */
public record ModelComparison(Map<GrowthModel, Double> criteria, double endSlopeShare) {

    /** A difference of ten is commonly called decisive (Kass and Raftery 1995, doi:10.2307/2291091). */
    private static final double DECISIVE = 10;

    private static final int GRID = 24;

    public ModelComparison {
        criteria = Collections.unmodifiableMap(new EnumMap<>(criteria));
    }

    /**
     * Fits all models.
     *
     * @param series at least 6 points
     * @param resolution standard deviation below which readings are not trusted, so that no model wins by describing noise
     *     of a few bytes
     */
    public static ModelComparison of(SignalSeries series, double resolution) {
        Map<GrowthModel, Double> criteria = new EnumMap<>(GrowthModel.class);
        int n = series.size();
        double[] values = series.values(0, n);
        double[] time = new double[n];
        for (int i = 0; i < n; i++) {
            time[i] = (series.operations(i) - series.operations(0)) / series.span();
        }
        criteria.put(
                GrowthModel.CONSTANT, criterion(residual(values, time, t -> 0), n, GrowthModel.CONSTANT, resolution));
        criteria.put(GrowthModel.LINEAR, criterion(residual(values, time, t -> t), n, GrowthModel.LINEAR, resolution));
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < n; i++) {
            double at = time[i];
            step = Math.min(step, residual(values, time, t -> t >= at ? 1 : 0));
        }
        criteria.put(GrowthModel.STEP, criterion(step, n, GrowthModel.STEP, resolution));
        double saturating = Double.POSITIVE_INFINITY;
        double bestTau = 1;
        for (int k = 0; k < GRID; k++) {
            double tau = 0.03 * Math.pow(2 / 0.03, k / (GRID - 1.0));
            double residual = residual(values, time, t -> 1 - Math.exp(-t / tau));
            if (residual < saturating) {
                saturating = residual;
                bestTau = tau;
            }
        }
        criteria.put(GrowthModel.SATURATING, criterion(saturating, n, GrowthModel.SATURATING, resolution));
        criteria.put(GrowthModel.SAWTOOTH, criterion(sawtooth(values, time), n, GrowthModel.SAWTOOTH, resolution));
        double end = Math.exp(-1 / bestTau) / bestTau / (1 - Math.exp(-1 / bestTau));
        return new ModelComparison(criteria, end);
    }

    /** The model that describes the readings best for its parameters. */
    public GrowthModel winner() {
        return criteria.entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** Whether {@code model} describes the readings decisively better than {@code other}. */
    public boolean decisively(GrowthModel model, GrowthModel other) {
        return criteria.getOrDefault(other, Double.POSITIVE_INFINITY)
                        - criteria.getOrDefault(model, Double.POSITIVE_INFINITY)
                > DECISIVE;
    }

    private static double criterion(double residual, int n, GrowthModel model, double resolution) {
        return n * Math.log(residual / n + resolution * resolution) + model.parameters() * Math.log(n);
    }

    /** A ramp that starts again at least twice; whether it falls is left to the fit of its height. */
    private static double sawtooth(double[] values, double[] time) {
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p < GRID; p++) {
            double period = 0.5 * Math.pow(0.1, p / (GRID - 1.0));
            for (int q = 0; q < GRID; q++) {
                double phase = period * q / GRID;
                best = Math.min(best, residual(values, time, t -> {
                    double turns = (t - phase) / period;
                    return turns - Math.floor(turns);
                }));
            }
        }
        return best;
    }

    /** Sum of squares that {@code a + b * shape(t)} leaves at its best. A shape that does not vary leaves all but the mean. */
    private static double residual(double[] values, double[] time, DoubleUnaryOperator shape) {
        int n = values.length;
        double meanValue = 0;
        double meanShape = 0;
        double[] shapes = new double[n];
        for (int i = 0; i < n; i++) {
            shapes[i] = shape.applyAsDouble(time[i]);
            meanValue += values[i] / n;
            meanShape += shapes[i] / n;
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < n; i++) {
            double dx = shapes[i] - meanShape;
            double dy = values[i] - meanValue;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
        }
        return sxx == 0 ? syy : Math.max(0, syy - sxy * sxy / sxx);
    }
}
