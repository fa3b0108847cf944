package org.evenkeel.suite.command;

import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;

/**
 * Which rows of a baseline a run can be compared with. Somebody who measures one path in one form does not want to read
 * that all the others are gone.
 *
 * @param plan what the run measures
 * @param leakChecks whether it checks for leaks as well
 */
public record Planned(RunPlan plan, boolean leakChecks) {

    private static final String LEAK_CHECK = "leakcheck";

    public boolean covers(Identity identity) {
        return identity.mode().equals(LEAK_CHECK)
                ? leakChecks && plan.subjects().contains(identity.path())
                : plan.benchmarks().stream().anyMatch(benchmark -> isOf(benchmark, identity));
    }

    /** Whether a row is of a benchmark. */
    public static boolean isOf(RunBenchmark benchmark, Identity identity) {
        // How many callers somebody's own benchmark has, only JMH knows.
        boolean asMany =
                !(benchmark instanceof PlannedBenchmark form) || form.form().threads() == identity.threads();
        return asMany
                && identity.benchmark().equals(benchmark.benchmark())
                && identity.mode().equals(benchmark.mode())
                && identity.params().equals(benchmark.params());
    }
}
