package org.evenkeel.suite.load.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.verdict.Objective.Grade;
import org.evenkeel.suite.load.analysis.DriverUse;
import org.evenkeel.suite.load.analysis.Metrics;
import org.evenkeel.suite.load.plan.LoadMetric;
import org.evenkeel.suite.load.plan.LoadObjective;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;

/**
 * Grades objectives.
 *
 * <p>A closed phase gives service times: while an answer is late its users ask for nothing, so what would have waited behind it is never
 * counted. However short they are, they meet no objective on response times; what misses it even so, misses it.
 *
 * <p>In the same way a driver that is late only adds to a time: what misses by more than that is missed.
 */
public final class Grader {

    /** Below this a driver is late by what any operating system is late, whatever is asked. */
    private static final double SLACK_NANOS = 1e6;

    private Grader() {}

    /** All objectives of a phase. */
    public static List<Graded> grade(PhaseResult phase, LoadRun run) {
        List<Graded> all = new ArrayList<>();
        Optional<String> invalid = invalid(phase, run);
        for (LoadObjective objective : run.scenario().objectives()) {
            if (objective.phase().isEmpty()
                    || objective.phase().get().equals(phase.phase().name())) {
                all.add(one(objective, phase, run, invalid));
            }
        }
        return all;
    }

    private static Graded one(LoadObjective objective, PhaseResult phase, LoadRun run, Optional<String> invalid) {
        OptionalDouble value = Metrics.value(objective, phase, run);
        String name = phase.phase().name();
        if (value.isEmpty()) {
            return new Graded(objective, name, value, Optional.empty(), unknown(objective, run));
        }
        Grade grade = grade(objective, value.getAsDouble());
        boolean isTime = objective.metric().kind() == LoadMetric.Kind.RESPONSE
                || objective.metric().kind() == LoadMetric.Kind.SERVICE;
        double lateness = DriverUse.of(phase, run).lagP99Nanos();
        if (isTime && invalid.isPresent() && grade(objective, value.getAsDouble() - lateness) == Grade.POOR) {
            return new Graded(
                    objective, name, value, Optional.of(Grade.POOR), "by more than the driver itself was late");
        }
        if (isTime && invalid.isPresent()) {
            return new Graded(objective, name, value, Optional.empty(), invalid.get());
        }
        if (objective.metric().kind() == LoadMetric.Kind.RESPONSE && !phase.isOpen()) {
            String note = "service time: users waited for each answer";
            return new Graded(
                    objective, name, value, grade == Grade.POOR ? Optional.of(grade) : Optional.empty(), note);
        }
        return new Graded(objective, name, value, Optional.of(grade), "");
    }

    private static String unknown(LoadObjective objective, LoadRun run) {
        if (objective.metric().kind().isOfTheProcess() && run.driver().isAProcessOfItsOwn()) {
            return "the process of a service is not looked into; scripts/leakcheck watch does";
        }
        return objective.metric().kind() == LoadMetric.Kind.GAUGE
                        && run.gauge(objective.metric().gauge()) < 0
                ? "the path has no gauge " + objective.metric().gauge()
                : "nothing was measured of it";
    }

    private static Grade grade(LoadObjective objective, double value) {
        double sign = objective.larger() ? -1 : 1;
        return sign * value <= sign * objective.target()
                ? Grade.TARGET
                : sign * value <= sign * objective.acceptable() ? Grade.ACCEPTABLE : Grade.POOR;
    }

    /** Why the times of a phase say nothing; empty when they do. */
    public static Optional<String> invalid(PhaseResult phase, LoadRun run) {
        DriverUse driver = DriverUse.of(phase, run);
        if (driver.share() > run.scenario().validity().mostDriver()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "invalid: the driver itself took %.0f %% of the machine, more than %.0f %%",
                    100 * driver.share(),
                    100 * run.scenario().validity().mostDriver()));
        }
        OptionalDouble strictest = run.scenario().objectives().stream()
                .filter(objective -> objective.metric().kind() == LoadMetric.Kind.RESPONSE)
                .filter(objective -> objective.phase().isEmpty()
                        || objective.phase().get().equals(phase.phase().name()))
                .mapToDouble(LoadObjective::target)
                .min();
        double most = run.scenario().validity().mostLag() * strictest.orElse(Double.POSITIVE_INFINITY);
        if (driver.lagP99Nanos() > Math.max(most, SLACK_NANOS)) {
            return Optional.of("invalid: the driver itself was " + Numbers.time(driver.lagP99Nanos())
                    + " late (99th percentile), more than "
                    + Numbers.share(run.scenario().validity().mostLag())
                    + " of the objective of " + Numbers.time(strictest.orElse(Double.NaN)));
        }
        return Optional.empty();
    }
}
