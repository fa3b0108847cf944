package org.evenkeel.baselines.verdict;

import java.util.List;
import java.util.Optional;
import org.evenkeel.baselines.analysis.Decision;
import org.evenkeel.baselines.analysis.Estimate;
import org.evenkeel.baselines.analysis.HolmCorrection;

/** Turns estimates into verdicts, all rows of one family at once. */
final class Gate {

    private final List<Estimate> estimates;
    private final List<Decision> decisions;
    private final double[] worse;
    private final double[] better;
    private final double[] adjustedWorse;
    private final double[] adjustedBetter;

    /**
     * Asks both questions of all rows.
     *
     * @param decisions what is asked of each estimate
     */
    Gate(List<Estimate> estimates, List<Decision> decisions) {
        this.estimates = estimates;
        this.decisions = decisions;
        this.worse = new double[estimates.size()];
        this.better = new double[estimates.size()];
        for (int i = 0; i < estimates.size(); i++) {
            worse[i] = estimates.get(i).pWorseThan(decisions.get(i).minimumEffect());
            better[i] = estimates.get(i).pBetterThan(decisions.get(i).minimumEffect());
        }
        this.adjustedWorse = HolmCorrection.adjust(worse);
        this.adjustedBetter = HolmCorrection.adjust(better);
    }

    /**
     * The p-values of one row in the direction in which it points.
     *
     * @param raw of the row alone
     * @param adjusted for all rows
     */
    record PValues(double raw, double adjusted) {}

    PValues at(int i) {
        return worse[i] <= better[i]
                ? new PValues(worse[i], adjustedWorse[i])
                : new PValues(better[i], adjustedBetter[i]);
    }

    Verdict verdict(int i, Change change) {
        Decision decision = decisions.get(i);
        Estimate estimate = estimates.get(i);
        if (adjustedWorse[i] < decision.alpha()) {
            return new Verdict.Regressed(change);
        }
        if (adjustedBetter[i] < decision.alpha()) {
            return new Verdict.Improved(change);
        }
        if (Math.abs(estimate.difference()) + estimate.margin(decision.alpha()) <= decision.margin()) {
            return new Verdict.Equivalent(change);
        }
        return decision.isTooNoisy(estimate)
                ? new Verdict.Inconclusive(Optional.of(change), true, "its own noise passes the margin")
                : new Verdict.Inconclusive(Optional.of(change), false, "too close to call");
    }
}
