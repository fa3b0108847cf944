package org.evenkeel.suite.load.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenkeel.kernel.BadInputException;

/**
 * How a scenario is shortened or shrunk.
 *
 * @param scale of all times, above 0
 * @param duration how long all phases together take; empty to leave that
 * @param users users of the phase with the most, the others in proportion; empty to leave them
 * @param perSecond arrivals of the phase with the most, the others in proportion; empty to leave them
 */
public record Resized(double scale, Optional<Duration> duration, OptionalInt users, OptionalDouble perSecond) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** The same scenario at that size. */
    public Scenario of(Scenario scenario) {
        Duration all = scenario.phases().stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
        double time = scale
                * duration.map(wanted -> wanted.toNanos() / (scale * all.toNanos()))
                        .orElse(1.0);
        int mostUsers = scenario.phases().stream()
                .filter(phase -> !(phase.arrivals() instanceof Phase.Open))
                .mapToInt(phase -> phase.arrivals().users())
                .max()
                .orElse(0);
        double mostRate = scenario.phases().stream()
                .mapToDouble(phase -> phase.arrivals() instanceof Phase.Open open ? open.perSecond() : 0)
                .max()
                .orElse(0);
        require(users.isPresent() && mostUsers == 0, "--users", "a closed or burst", scenario);
        require(perSecond.isPresent() && mostRate == 0, "--rate", "an open", scenario);
        double more = users.isPresent() ? users.getAsInt() / (double) mostUsers : 1;
        double faster = perSecond.isPresent() ? perSecond.getAsDouble() / mostRate : 1;
        List<Phase> phases = scenario.phases().stream()
                .map(phase -> resized(phase, time, more, faster))
                .toList();
        return scenario.with(phases, times(scenario.warmup(), Math.min(1, time)));
    }

    private static void require(boolean lacking, String option, String kind, Scenario scenario) {
        if (lacking) {
            throw new BadInputException(
                    option + ": expected a scenario with " + kind + " phase, found none in " + scenario.name());
        }
    }

    private static Phase resized(Phase phase, double time, double more, double faster) {
        Duration length = times(phase.length(), time);
        Duration least = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        if (phase.arrivals() instanceof Phase.Closed closed) {
            return new Phase(
                    phase.name(),
                    new Phase.Closed(count(closed.users(), more), closed.spawnPerSecond() * more / time),
                    least);
        }
        if (phase.arrivals() instanceof Phase.Open open) {
            return new Phase(
                    phase.name(), new Phase.Open(open.perSecond() * faster, open.poisson(), open.users()), least);
        }
        Phase.Bursts bursts = (Phase.Bursts) phase.arrivals();
        // Fewer of them, as far apart as before: what a burst meets is what the one before it left.
        int times = count(bursts.times(), time);
        return new Phase(
                phase.name(),
                new Phase.Bursts(count(bursts.users(), more), times, bursts.every()),
                bursts.every().multipliedBy(times));
    }

    private static int count(int one, double factor) {
        return (int) Math.max(1, Math.round(one * factor));
    }

    private static Duration times(Duration one, double factor) {
        return Duration.ofNanos(Math.round(one.toNanos() * factor));
    }
}
