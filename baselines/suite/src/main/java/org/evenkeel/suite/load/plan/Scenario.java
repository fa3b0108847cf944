package org.evenkeel.suite.load.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who makes which requests, when, and what is asked of the answers.
 *
 * @param name lower-case letters, digits and hyphens
 * @param description one line
 * @param seed decides tasks, think times and inputs
 * @param warmup how long the first phase runs unjudged before it counts; zero for none
 * @param users at least one kind
 * @param phases at least one, in the order in which they run
 * @param objectives what is asked
 * @param validity when the numbers say nothing
 * @param leaks whether growth of the process is judged at the end
 * @param knee whether the phases are stages, of which the highest that meets its objectives is looked for
 */
public record Scenario(
        String name,
        String description,
        long seed,
        Duration warmup,
        List<UserType> users,
        List<Phase> phases,
        List<LoadObjective> objectives,
        Validity validity,
        boolean leaks,
        Optional<Knee> knee) {

    public Scenario {
        users = List.copyOf(users);
        phases = List.copyOf(phases);
        objectives = List.copyOf(objectives);
        if (users.isEmpty() || phases.isEmpty()) {
            throw new IllegalArgumentException(name + " has no users or no phases");
        }
    }

    /**
     * When the numbers of a run say nothing.
     *
     * @param mostLag the driver's own lateness, 99th percentile, as a share of the response time that is asked for
     * @param mostDriver processor time of the driver itself, as a share of the machine's
     */
    public record Validity(double mostLag, double mostDriver) {
        /** A tenth, and four fifths. */
        public static final Validity DEFAULT = new Validity(0.1, 0.8);
    }

    /**
     * How the knee is looked for.
     *
     * @param refine stages between the last that met its objectives and the first that did not, at least 0
     */
    public record Knee(int refine) {}

    /** How long it takes when all is well: its phases and the warm-up. */
    public Duration expected() {
        return phases.stream().map(Phase::length).reduce(warmup, Duration::plus);
    }

    /** The same with other phases and another warm-up. */
    public Scenario with(List<Phase> others, Duration otherWarmup) {
        return new Scenario(name, description, seed, otherWarmup, users, others, objectives, validity, leaks, knee);
    }

    /** The phase of that name, which is there. */
    public Phase phase(String wanted) {
        return phases.stream()
                .filter(phase -> phase.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no phase " + wanted));
    }
}
