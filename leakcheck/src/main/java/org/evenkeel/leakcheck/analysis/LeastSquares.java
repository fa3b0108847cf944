package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.evenkeel.kernel.Interval;

/**
 * An ordinary least-squares fit with an intercept.
 *
 * @param coefficients the intercept, then one coefficient for each predictor
 * @param standardErrors of the coefficients, in the same order
 * @param degreesOfFreedom observations less coefficients, at least 1
 */
public record LeastSquares(List<Double> coefficients, List<Double> standardErrors, int degreesOfFreedom) {

    private static final double SINGULAR = 1e-9;

    public LeastSquares {
        coefficients = List.copyOf(coefficients);
        standardErrors = List.copyOf(standardErrors);
    }

    /**
     * Fits.
     *
     * @param predictors one row of predictors for each value
     * @return empty when the predictors cannot be told apart
     */
    public static Optional<LeastSquares> of(double[][] predictors, double[] values) {
        try {
            OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression(SINGULAR);
            fit.newSampleData(values, predictors);
            double[] coefficients = fit.estimateRegressionParameters();
            return Optional.of(new LeastSquares(
                    Arrays.stream(coefficients).boxed().toList(),
                    Arrays.stream(fit.estimateRegressionParametersStandardErrors())
                            .boxed()
                            .toList(),
                    values.length - coefficients.length));
        } catch (SingularMatrixException e) {
            return Optional.empty();
        }
    }

    /** A coefficient's interval by Student's t. */
    public Interval interval(int coefficient, double confidenceLevel) {
        double t = new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + confidenceLevel) / 2);
        double half = t * standardErrors.get(coefficient);
        double estimate = coefficients.get(coefficient);
        return new Interval(estimate - half, estimate + half, confidenceLevel);
    }
}
