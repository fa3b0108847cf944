package org.evenkeel.leakcheck.command;

import java.util.List;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.ProgressListener;

/** Checks of the tests' own workloads, which look for no cause. */
public final class Checks {

    private Checks() {}

    public static LeakCheckPlan.Builder plan(Class<?> workload) {
        return LeakCheckPlan.of(workload.getName(), List.of(Workloads.classPath()))
                .jvmArguments(List.of("-Xmx512m"))
                .cause(false);
    }

    public static LeakCheckPlan.Builder path(String spec) {
        return LeakCheckPlan.of(spec, List.of(Workloads.classPath()))
                .jvmArguments(List.of("-Xmx512m"))
                .cause(false);
    }

    public static LeakVerdictName check(LeakCheckPlan.Builder plan) throws InterruptedException {
        return LeakChecker.check(plan.build(), ProgressListener.NONE).verdictName();
    }
}
