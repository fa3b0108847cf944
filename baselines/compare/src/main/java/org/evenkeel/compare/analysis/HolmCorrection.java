package org.evenkeel.compare.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction for asking many questions at once (Holm 1979, Scand. J. Statist. 6, 65-70). */
public final class HolmCorrection {

    private HolmCorrection() {}

    /**
     * The p-values that keep the chance of one false rejection among all of them below any level they are held against.
     *
     * @param pValues in any order
     * @return adjusted, in the same order, each at least the given one and at most 1
     */
    public static double[] adjust(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int index = ascending[rank];
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[index]));
            adjusted[index] = least;
        }
        return adjusted;
    }
}
