package org.evenkeel.suite.load.run;

import java.util.Optional;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;

/**
 * Which phase comes next. Usually they come one after the other; stages end with the first that misses its objectives, and go on in
 * between, each time half-way on the scale on which stages are twice the one before.
 */
final class Stages {

    private final Scenario scenario;
    private int next;
    private int refinements;
    private Optional<Phase> highestMet = Optional.empty();
    private Optional<Phase> lowestMissed = Optional.empty();

    Stages(Scenario scenario) {
        this.scenario = scenario;
    }

    Optional<Phase> next() {
        if (lowestMissed.isEmpty()) {
            return next < scenario.phases().size()
                    ? Optional.of(scenario.phases().get(next++))
                    : Optional.empty();
        }
        int most = scenario.knee().orElseThrow().refine();
        if (highestMet.isEmpty() || refinements >= most) {
            return Optional.empty();
        }
        refinements++;
        return between(highestMet.get(), lowestMissed.get());
    }

    /** How a phase ended. */
    void told(Phase phase, boolean met) {
        if (scenario.knee().isEmpty()) {
            return;
        }
        if (met) {
            highestMet = Optional.of(phase);
        } else {
            lowestMissed = Optional.of(phase);
        }
    }

    private static Optional<Phase> between(Phase met, Phase missed) {
        if (met.arrivals() instanceof Phase.Open low && missed.arrivals() instanceof Phase.Open high) {
            double rate = Math.sqrt(low.perSecond() * high.perSecond());
            return Optional.of(new Phase(
                    "at-" + Math.round(rate), new Phase.Open(rate, high.poisson(), high.users()), missed.length()));
        }
        if (met.arrivals() instanceof Phase.Closed low && missed.arrivals() instanceof Phase.Closed high) {
            int users = (int) Math.round(Math.sqrt((double) low.users() * high.users()));
            return users == low.users() || users == high.users()
                    ? Optional.empty()
                    : Optional.of(new Phase(
                            "users-" + users, new Phase.Closed(users, high.spawnPerSecond()), missed.length()));
        }
        return Optional.empty();
    }
}
