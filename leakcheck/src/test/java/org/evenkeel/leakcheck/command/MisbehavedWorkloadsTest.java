package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.leakcheck.command.Checks.check;
import static org.evenkeel.leakcheck.command.Checks.path;
import static org.evenkeel.leakcheck.command.Checks.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Deeds;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workloads that throw, hang, exit, fill the heap or talk: each gets its verdict, and none leaves a process behind. */
@Tag("commands")
class MisbehavedWorkloadsTest {

    @AfterEach
    void noProcessIsLeftBehind() {
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void check_workloadThatThrows_isInvalidAndSaysWhat() throws InterruptedException {
        assertThat(invalid(plan(Workloads.Throws.class)))
                .contains("threw")
                .contains("IllegalStateException: the thousandth")
                .contains("Workloads$Throws.run");
    }

    @Test
    void check_workloadThatEndsItsJvm_isInvalidAndSaysHow() throws InterruptedException {
        assertThat(invalid(plan(Workloads.Exits.class))).contains("ended with status 3");
    }

    @Test
    void check_workloadThatHangs_isInvalidAndSaysWhere() throws InterruptedException {
        assertThat(invalid(plan(Workloads.Hangs.class).budget(Duration.ofSeconds(10))))
                .contains("hangs")
                .contains("Workloads$Hangs.call");
    }

    @Test
    void check_workloadThatHaltsItsJvm_isInvalidAndSaysNothingThatTheJvmLogged() throws InterruptedException {
        assertThat(invalid(plan(Deeds.Halts.class)))
                .contains("ended its JVM")
                .endsWith("the checked JVM ended with status 0.");
    }

    @Test
    void check_workloadThatHaltsWhileItIsWatched_saysNothingThatTheProfilerPrinted() throws InterruptedException {
        assertThat(invalid(plan(Deeds.HaltsWhileWatched.class))).endsWith("the checked JVM ended with status 0.");
    }

    @Test
    void check_workloadThatCrashesItsJvm_isInvalidAndLeavesNoReportInThisFolder() throws InterruptedException {
        assertThat(invalid(plan(Deeds.Crashes.class))).contains("the checked JVM crashed: SIGSEGV");
        assertThat(Path.of("").toAbsolutePath()).isDirectoryNotContaining("glob:**hs_err_pid*");
    }

    @Test
    void check_workloadThatIsStopped_isInvalidInItsTimeAndSaysSo() throws InterruptedException {
        assertThat(invalid(plan(Deeds.Stops.class).budget(Duration.ofSeconds(10))))
                .contains("its JVM was stopped, as by SIGSTOP");
    }

    @Test
    void check_workloadThatClosesItsOutputAndHangs_isInvalidInItsTimeAndSaysSo() throws InterruptedException {
        assertThat(invalid(plan(Deeds.ClosesItsOutput.class).budget(Duration.ofSeconds(10))))
                .contains("the workload closed the standard output of its JVM, and did not end within");
    }

    @Test
    void check_workloadThatLeavesAProcessOnItsPipe_isInvalidAtOnceAndThatIsEnded(@TempDir Path folder)
            throws Exception {
        Path pids = folder.resolve("pids");

        String said = invalid(plan(Deeds.LeavesAChild.class)
                .jvmArguments(List.of("-Xmx512m", "-D" + Deeds.PIDS + "=" + pids))
                .budget(Duration.ofMinutes(5)));

        assertThat(said).contains("ended with status 0; it left 1 process behind");
        long child = Long.parseLong(Files.readString(pids).strip());
        for (int look = 0; look < 100 && ProcessHandle.of(child).isPresent(); look++) {
            Thread.sleep(50);
        }
        assertThat(ProcessHandle.of(child)).isEmpty();
    }

    @Test
    void check_workloadThatPrintsBytesAndNoLines_isCheckedAllTheSame() throws InterruptedException {
        assertThat(check(plan(Deeds.PrintsBytes.class).budget(Duration.ofSeconds(20))))
                .isEqualTo(LeakVerdictName.STEADY);
    }

    @Test
    void check_workloadThatDeletesItsFolder_hasAVerdict() throws InterruptedException {
        assertThat(check(plan(Deeds.DeletesItsFolder.class).budget(Duration.ofSeconds(20))))
                .isIn(LeakVerdictName.STEADY, LeakVerdictName.INCONCLUSIVE, LeakVerdictName.INVALID);
    }

    @Test
    void check_heapThatFillsUpBeforeManySamples_isGrowing() throws InterruptedException {
        assertThat(check(plan(Workloads.FillsTheHeap.class).jvmArguments(List.of("-Xmx64m"))))
                .isEqualTo(LeakVerdictName.GROWING);
    }

    @Test
    void check_workloadThatUsesStandardStreams_doesNotDisturb() throws InterruptedException {
        assertThat(check(plan(Workloads.Talks.class).budget(Duration.ofSeconds(20))))
                .isEqualTo(LeakVerdictName.STEADY);
    }

    @Test
    void check_hotPathWithABrokenInvariant_isInvalidAndSaysWhich() throws InterruptedException {
        assertThat(invalid(path("shop?honest=false")))
                .contains("books are right")
                .contains("one of them twice");
    }

    private static String invalid(LeakCheckPlan.Builder plan) throws InterruptedException {
        LeakReport report = LeakChecker.check(plan.build(), ProgressListener.NONE);
        assertThat(report.verdictName()).as(report.verdict().explanation()).isEqualTo(LeakVerdictName.INVALID);
        return report.verdict().explanation();
    }
}
