package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.specimens.clean.BestThousand;
import org.evenkeel.leakcheck.specimens.leaking.ClassValueAccumulates;
import org.evenkeel.leakcheck.specimens.leaking.DeleteOnExit;
import org.evenkeel.leakcheck.specimens.leaking.QueueNeverDrained;
import org.evenkeel.leakcheck.specimens.leaking.ThreadLocalInPool;
import org.evenkeel.leakcheck.specimens.leaking.WeakKeyHeldByItsValue;
import org.evenkeel.leakcheck.verdict.cause.Cause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cause of leaks in real JVMs. */
@Tag("checks")
class CauseTest {

    @Test
    void check_queueNobodyDrains_namesFieldRateSizeAndLine() throws InterruptedException {
        Cause cause = check(QueueNeverDrained.class).cause();

        GrowingPath path = cause.paths().get(0);
        assertThat(path.root().kind()).isEqualTo(Edge.Kind.WORKLOAD);
        assertThat(CauseText.field(path.holder().orElseThrow())).endsWith("QueueNeverDrained.events");
        assertThat(path.element()).isEqualTo(QueueNeverDrained.class.getName() + "$Event");
        assertThat(path.instancesPerOperation()).isEqualTo(1, within(0.01));
        assertThat(path.retainedBytes()).isEqualTo(48, within(1.0));
        assertThat(cause.sites().get(0).line().orElseThrow().method()).endsWith("QueueNeverDrained.run");
        assertThat(cause.notes()).isEmpty();
    }

    @Test
    void check_threadLocalOfAPool_namesTheFieldOfTheThreadLocal() throws InterruptedException {
        GrowingPath path = check(ThreadLocalInPool.class).cause().paths().get(0);

        assertThat(path.root().kind()).isEqualTo(Edge.Kind.THREAD);
        assertThat(CauseText.path(path)).contains("thread local").contains("ThreadLocalInPool.AUDIT");
    }

    @Test
    void check_threadLocalsOfTheCallingThread_namesTheirField() throws InterruptedException {
        GrowingPath path = check(Workloads.ThreadLocals.class).cause().paths().get(0);

        assertThat(path.root().kind()).isEqualTo(Edge.Kind.THREAD);
        assertThat(CauseText.path(path))
                .contains("thread local")
                .contains("Visit.current")
                .doesNotContain("Crew");
    }

    @Test
    void check_valuesAttachedToAClass_namesTheFieldOfTheClassValue() throws InterruptedException {
        GrowingPath path = check(ClassValueAccumulates.class).cause().paths().get(0);

        assertThat(CauseText.path(path)).contains("ClassValueAccumulates.CALLS");
    }

    @Test
    void check_weakKeysHeldByTheirValues_saysSo() throws InterruptedException {
        GrowingPath path = check(WeakKeyHeldByItsValue.class).cause().paths().get(0);

        assertThat(CauseText.field(path.holder().orElseThrow())).endsWith("WeakKeyHeldByItsValue.attributes");
        assertThat(path.keptByOwnValue()).isTrue();
    }

    @Test
    void check_leakInsideTheJdk_namesTheFieldOfTheJdk() throws InterruptedException {
        Cause cause = check(DeleteOnExit.class).cause();

        assertThat(CauseText.path(cause.paths().get(0))).contains("static java.io.DeleteOnExitHook.files");
        assertThat(cause.sites().get(0).line().orElseThrow().method()).endsWith("DeleteOnExit.run");
    }

    @Test
    void check_steadyWorkload_looksForNoCause() throws InterruptedException {
        assertThat(check(BestThousand.class).cause()).isEqualTo(Cause.NONE);
    }

    private static LeakReport check(Class<?> workload) throws InterruptedException {
        return LeakChecker.check(
                LeakCheckPlan.of(workload.getName(), List.of(Workloads.classPath()))
                        .budget(Duration.ofSeconds(40))
                        .jvmArguments(List.of("-Xmx256m"))
                        .build(),
                ProgressListener.NONE);
    }
}
