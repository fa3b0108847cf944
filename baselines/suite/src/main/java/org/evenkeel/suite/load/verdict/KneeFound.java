package org.evenkeel.suite.load.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.samples.PhaseResult;

/**
 * Where the knee of the stages lies.
 *
 * @param highest the highest stage that met its objectives, below all that missed one; empty when the first missed
 * @param lowestMissed the lowest stage that missed one; empty when none did
 */
public record KneeFound(Optional<PhaseResult> highest, Optional<PhaseResult> lowestMissed) {

    /** What a stage is measured by: arrivals in a second, or users. */
    public static double size(Phase phase) {
        return phase.arrivals() instanceof Phase.Open open
                ? open.perSecond()
                : phase.arrivals().users();
    }

    /**
     * Of stages.
     *
     * @param stages that are judged, in any order
     * @param met whether a stage met its objectives
     */
    public static KneeFound of(List<PhaseResult> stages, Predicate<PhaseResult> met) {
        Optional<PhaseResult> missed =
                stages.stream().filter(met.negate()).min(Comparator.comparingDouble(stage -> size(stage.phase())));
        double below = missed.map(stage -> size(stage.phase())).orElse(Double.POSITIVE_INFINITY);
        Optional<PhaseResult> highest = stages.stream()
                .filter(met)
                .filter(stage -> size(stage.phase()) < below)
                .max(Comparator.comparingDouble(stage -> size(stage.phase())));
        return new KneeFound(highest, missed);
    }

    /** In a sentence. */
    public String words() {
        if (highest.isEmpty()) {
            return "No stage met its objectives.";
        }
        Phase best = highest.get().phase();
        String unit = best.arrivals() instanceof Phase.Open ? " arrivals/s" : " users";
        return lowestMissed
                .map(stage -> "The knee lies between " + Numbers.plain(size(best)) + " and "
                        + Numbers.plain(size(stage.phase())) + unit + ": " + Numbers.plain(size(best))
                        + " is the highest that met its objectives.")
                .orElse("No knee up to " + Numbers.plain(size(best)) + unit + ": every stage met its objectives.");
    }
}
