package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseSource;

/**
 * The test behind a verdict.
 *
 * @param pValue of "there is no change", two-sided
 * @param adjustedPValue the same for all rows together (Holm)
 * @param minimumDetectableEffect relative change that would be found in four of five runs; empty where the baseline is 0
 * @param needed what would settle the row should the change stay as it is
 * @param source what decided how wide the interval is
 * @param excluded what is excluded whatever the verdict; empty where forks were not measured in turn
 */
public record Evidence(
        double pValue,
        double adjustedPValue,
        OptionalDouble minimumDetectableEffect,
        Needed needed,
        NoiseSource source,
        Optional<Excluded> excluded) {

    /** The test behind a verdict on sides that were not measured in turn. */
    public Evidence(
            double pValue,
            double adjustedPValue,
            OptionalDouble minimumDetectableEffect,
            Needed needed,
            NoiseSource source) {
        this(pValue, adjustedPValue, minimumDetectableEffect, needed, source, Optional.empty());
    }
}
