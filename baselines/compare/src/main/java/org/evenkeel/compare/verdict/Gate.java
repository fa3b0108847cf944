package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.HolmCorrection;
import org.evenkeel.compare.analysis.Reading;

/** Turns readings into verdicts, all rows of one family at once. */
final class Gate {

    private final List<Reading> readings;
    private final double[] adjusted;

    /**
     * Asks whether there is a change in any row.
     *
     * @param counts which rows are asked together; the others are only shown, and answer for themselves
     */
    Gate(List<Reading> readings, IntPredicate counts) {
        this.readings = readings;
        this.adjusted = readings.stream().mapToDouble(Reading::pValue).toArray();
        int[] family = IntStream.range(0, adjusted.length).filter(counts).toArray();
        double[] corrected = HolmCorrection.adjust(
                IntStream.of(family).mapToDouble(i -> adjusted[i]).toArray());
        for (int rank = 0; rank < family.length; rank++) {
            adjusted[family[rank]] = corrected[rank];
        }
    }

    /** The p-value of one row, corrected for the number of rows. */
    double adjustedPValue(int i) {
        return adjusted[i];
    }

    Verdict verdict(int i, Change change) {
        return switch (readings.get(i).answer(adjusted[i])) {
            case WORSE -> new Verdict.Regressed(change);
            case BETTER -> new Verdict.Improved(change);
            case EQUIVALENT -> new Verdict.Equivalent(change);
            case OPEN -> new Verdict.Inconclusive(Optional.of(change), false, "too close to call");
            case TOO_NOISY -> new Verdict.Inconclusive(Optional.of(change), true, "its own noise passes the margin");
        };
    }
}
