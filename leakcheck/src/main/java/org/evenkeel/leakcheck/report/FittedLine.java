package org.evenkeel.leakcheck.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.TheilSenSlope;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * The line that was fitted to the judged part of a signal, for pictures of it.
 *
 * @param from operations where the judged part begins
 * @param middle the operations around which the line may turn
 * @param to operations where it ends
 * @param atMiddle the line's value there
 * @param perOperation the slope
 * @param band where the slope lies; empty where the samples were too few to say
 */
public record FittedLine(
        double from, double middle, double to, double atMiddle, double perOperation, Optional<Interval> band) {

    /** The share of the operations that is judged, as in the analysis. */
    private static final double JUDGED = 0.75;

    private static final double CONFIDENCE = 0.95;

    /**
     * The line through the median of what the slope leaves of each reading.
     *
     * @param series at least one point
     * @param perOperation the slope that was found
     * @param known where the slope lies; where empty, Sen's interval of the judged part is taken
     */
    public static FittedLine of(SignalSeries series, double perOperation, Optional<Interval> known) {
        SignalSeries tail = series.tail(JUDGED, Math.min(series.size(), 2));
        double[] rest = new double[tail.size()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = tail.value(i) - perOperation * tail.operations(i);
        }
        Arrays.sort(rest);
        double middle = tail.operations(tail.size() / 2);
        Optional<Interval> interval = known.isPresent() || tail.size() < 3
                ? known
                : Optional.of(TheilSenSlope.of(tail, CONFIDENCE).interval());
        return new FittedLine(
                tail.operations(0),
                middle,
                tail.operations(tail.size() - 1),
                rest[rest.length / 2] + perOperation * middle,
                perOperation,
                interval.filter(found -> Double.isFinite(found.lower()) && Double.isFinite(found.upper())));
    }

    /** The operations where a picture needs a point, ascending. */
    public List<Double> corners() {
        return from < middle && middle < to ? List.of(from, middle, to) : List.of(from, to);
    }

    /** The line's value. */
    public double at(double operations) {
        return atMiddle + perOperation * (operations - middle);
    }

    /** The least that any slope of the band gives; empty without a band. */
    public OptionalDouble lower(double operations) {
        return edge(operations, -1);
    }

    /** The most that any slope of the band gives; empty without a band. */
    public OptionalDouble upper(double operations) {
        return edge(operations, 1);
    }

    private OptionalDouble edge(double operations, int side) {
        if (band.isEmpty()) {
            return OptionalDouble.empty();
        }
        double along = operations - middle;
        double slope = along * side > 0 ? band.get().upper() : band.get().lower();
        return OptionalDouble.of(atMiddle + slope * along);
    }
}
