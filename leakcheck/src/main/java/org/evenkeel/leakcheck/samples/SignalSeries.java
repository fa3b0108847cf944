package org.evenkeel.leakcheck.samples;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One quantity in time order, against the operations that were done when it was read. One point per batch. */
public final class SignalSeries {

    private final double[] operations;
    private final double[] values;

    private SignalSeries(double[] operations, double[] values) {
        this.operations = operations;
        this.values = values;
    }

    /**
     * A series from its coordinates.
     *
     * @param operations operations done so far, strictly increasing
     * @param values the readings, one for each
     */
    public static SignalSeries of(double[] operations, double[] values) {
        if (operations.length != values.length) {
            throw new IllegalArgumentException(
                    operations.length + " operation counts for " + values.length + " readings");
        }
        for (int i = 1; i < operations.length; i++) {
            if (!(operations[i - 1] < operations[i])) {
                throw new IllegalArgumentException("operations do not increase at point " + i);
            }
        }
        return new SignalSeries(operations.clone(), values.clone());
    }

    /** One quantity of each sample. */
    public static SignalSeries from(List<Sample> samples, ToDoubleFunction<Sample> quantity) {
        return of(
                samples.stream().mapToDouble(Sample::totalOperations).toArray(),
                samples.stream().mapToDouble(quantity).toArray());
    }

    /** Number of points. */
    public int size() {
        return values.length;
    }

    /** Operations done at a point. */
    public double operations(int point) {
        return operations[point];
    }

    /** The reading at a point. */
    public double value(int point) {
        return values[point];
    }

    /** Operations between the first and the last point; 0 with fewer than two points. */
    public double span() {
        return values.length < 2 ? 0 : operations[operations.length - 1] - operations[0];
    }

    /** The points from {@code first} (included) to {@code end} (not included). */
    public SignalSeries part(int first, int end) {
        return new SignalSeries(Arrays.copyOfRange(operations, first, end), Arrays.copyOfRange(values, first, end));
    }

    /** The readings from {@code first} (included) to {@code end} (not included). */
    public double[] values(int first, int end) {
        return Arrays.copyOfRange(values, first, end);
    }

    /** The last points that span at least this share of all operations, but at least {@code points} of them. */
    public SignalSeries tail(double shareOfOperations, int points) {
        if (values.length <= points) {
            return this;
        }
        double from = operations[values.length - 1] - shareOfOperations * span();
        int first = values.length - points;
        while (first > 0 && operations[first] > from) {
            first--;
        }
        return part(first, values.length);
    }
}
