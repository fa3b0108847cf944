package org.evenkeel.compare.analysis.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.evenkeel.kernel.Statistics;

/** Finds the change points of a series. */
public final class ChangePoints {

    /** Least size of a change, on the log scale: smaller ones are the machine's at least as often as the code's. */
    private static final double LEAST_SIZE = 0.02;

    /** How many values next to a change say how large it is: those of last year say nothing of it. */
    private static final int SPAN = 30;

    private ChangePoints() {}

    /**
     * Finds all of them.
     *
     * @param values on the log scale, in the order in which they were measured
     * @param canChange whether something that could explain a change happened just before the value of an index, such as
     *     a commit; decides only between places that the values leave open
     */
    public static List<ChangePoint> of(double[] values, IntPredicate canChange) {
        TreeSet<Integer> splits = new TreeSet<>();
        split(values, 0, values.length, splits);
        prune(values, splits);
        TreeSet<Integer> placed = new TreeSet<>();
        for (int split : splits) {
            placed.add(new Placement(values, from(splits, split), split, to(values, splits, split)).best(canChange));
        }
        // A change that looked large where it was first seen may not be so where it is.
        prune(values, placed);
        return placed.stream()
                .map(split -> new ChangePoint(split, shift(values, placed, split)))
                .toList();
    }

    private static void split(double[] values, int from, int to, NavigableSet<Integer> into) {
        if (to - from < 2 * LargestSplit.LEAST_PART) {
            return;
        }
        LargestSplit largest = LargestSplit.of(Arrays.copyOfRange(values, from, to));
        if (largest.isSignificant()) {
            into.add(from + largest.index());
            split(values, from, from + largest.index(), into);
            split(values, from + largest.index(), to, into);
        }
    }

    /** Takes the smallest change out until all that are left are large enough; parts that lose a border grow together. */
    private static void prune(double[] values, NavigableSet<Integer> splits) {
        Optional<Integer> least = least(values, splits);
        while (least.isPresent() && shift(values, splits, least.get()).leastSize() < LEAST_SIZE) {
            splits.remove(least.get());
            least = least(values, splits);
        }
    }

    private static Optional<Integer> least(double[] values, NavigableSet<Integer> splits) {
        return splits.stream()
                .min(Comparator.comparingDouble(
                        split -> shift(values, splits, split).leastSize()));
    }

    private static Shift shift(double[] values, NavigableSet<Integer> splits, int split) {
        return Shift.between(
                Arrays.copyOfRange(values, Math.max(from(splits, split), split - SPAN), split),
                Arrays.copyOfRange(values, split, Math.min(to(values, splits, split), split + SPAN)));
    }

    private static int from(NavigableSet<Integer> splits, int split) {
        Integer before = splits.lower(split);
        return before == null ? 0 : before;
    }

    private static int to(double[] values, NavigableSet<Integer> splits, int split) {
        Integer after = splits.higher(split);
        return after == null ? values.length : after;
    }

    /** Where between two levels the change is: the place that leaves the least sum of absolute deviations. */
    private static final class Placement {

        private static final int REACH = 6;

        /** How far, and at the cost of how many deviations, knowledge from outside may move a change. */
        private static final int MOST_MOVED = 2;

        private static final double MOST_COST = 1.5;

        private final double[] values;
        private final int from;
        private final int split;
        private final int to;

        /**
         * Looks around a first guess.
         *
         * @param from first value of the old level
         * @param split first guess of where the new level begins
         * @param to end of the new level
         */
        Placement(double[] values, int from, int split, int to) {
            this.values = values;
            this.from = from;
            this.split = split;
            this.to = to;
        }

        int best(IntPredicate canChange) {
            double before = Statistics.median(Arrays.copyOfRange(values, Math.max(from, split - SPAN), split));
            double after = Statistics.median(Arrays.copyOfRange(values, split, Math.min(to, split + SPAN)));
            int first = Math.max(from + 1, split - REACH);
            int last = Math.min(to - 1, split + REACH);
            List<Place> places = new ArrayList<>();
            double cost = 0;
            for (int place = first; place <= last; place++) {
                places.add(new Place(place, cost));
                cost += Math.abs(values[place] - before) - Math.abs(values[place] - after);
            }
            Place best = places.stream().min(Place.ORDER).orElseThrow();
            if (canChange.test(best.index())) {
                return best.index();
            }
            double deviation = deviation(before, after);
            return places.stream()
                    .filter(place -> canChange.test(place.index())
                            && Math.abs(place.index() - best.index()) <= MOST_MOVED
                            && place.cost() - best.cost() <= MOST_COST * deviation)
                    .min(Place.ORDER)
                    .orElse(best)
                    .index();
        }

        private double deviation(double before, double after) {
            double[] residuals = new double[to - from];
            for (int i = from; i < to; i++) {
                residuals[i - from] = values[i] - (i < split ? before : after);
            }
            return Statistics.deviation(residuals);
        }
    }

    private record Place(int index, double cost) {
        static final Comparator<Place> ORDER =
                Comparator.comparingDouble(Place::cost).thenComparingInt(Place::index);
    }
}
