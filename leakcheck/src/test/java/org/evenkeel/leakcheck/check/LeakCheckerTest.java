package org.evenkeel.leakcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.leakcheck.command.Checks.check;
import static org.evenkeel.leakcheck.command.Checks.path;
import static org.evenkeel.leakcheck.command.Checks.plan;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.specimens.clean.HiddenClassesDropped;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole checks of real JVMs. */
@Tag("checks")
class LeakCheckerTest {

    @AfterEach
    void noProcessIsLeftBehind() {
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void check_cleanWorkload_isSteady() throws InterruptedException {
        assertThat(check(plan(Workloads.Clean.class))).isEqualTo(LeakVerdictName.STEADY);
    }

    @ParameterizedTest
    @EnumSource(value = HeapSource.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTIFICATIONS")
    void check_leakOfTwentyFourBytes_isFoundWithItsRate(HeapSource source) throws InterruptedException {
        LeakReport report =
                LeakChecker.check(plan(Workloads.Leaks.class).source(source).build(), ProgressListener.NONE);

        assertThat(report.verdictName()).as(report.verdict().explanation()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(report.verdict().evidence().rate().orElseThrow().perOperation())
                .isEqualTo(24, within(1.2));
        assertThat(report.recording().source()).isEqualTo(source);
    }

    @Test
    void plan_readByNotifications_isRefused() {
        assertThatThrownBy(() -> plan(Workloads.Clean.class)
                        .source(HeapSource.NOTIFICATIONS)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("watched");
    }

    @Test
    void check_leakOfAClassOfTheApplication_namesIt() throws InterruptedException {
        LeakReport report = LeakChecker.check(plan(Workloads.Leaks.class).build(), ProgressListener.NONE);

        assertThat(report.verdict().growth().classes()).first().satisfies(found -> {
            assertThat(found.heapClass().name()).isEqualTo(Workloads.Leaks.class.getName() + "$Entry");
            assertThat(found.instancesPerOperation()).isEqualTo(1, within(0.01));
            assertThat(found.bytesPerOperation()).isEqualTo(24, within(0.24));
        });
    }

    @Test
    void check_cacheThatFills_isSteady() throws InterruptedException {
        assertThat(check(plan(Workloads.BoundedCache.class))).isEqualTo(LeakVerdictName.STEADY);
    }

    @Test
    void check_directBuffersKept_areFound() throws InterruptedException {
        assertThat(growing(plan(Workloads.DirectBuffers.class))).contains(Signal.DIRECT_BUFFERS);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void check_memoryFromMallocKept_isFoundWithItsRate() throws InterruptedException {
        LeakReport report = LeakChecker.check(
                plan(Workloads.NativeMemory.class)
                        .budget(Duration.ofSeconds(30))
                        .build(),
                ProgressListener.NONE);

        assertThat(report.verdict().evidence().signalsThatAre(Tendency.GROWING))
                .as(report.verdict().explanation())
                .filteredOn(found -> found.signal() == Signal.MALLOC)
                .singleElement()
                .satisfies(
                        found -> assertThat(found.perOperation().orElseThrow()).isEqualTo(0.1, within(0.005)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void check_classesThatComeAndGo_areNotChargedWithWhatTheProfilerKeepsOfEach() throws InterruptedException {
        LeakReport report = LeakChecker.check(
                plan(HiddenClassesDropped.class).budget(Duration.ofSeconds(4)).build(), ProgressListener.NONE);

        assertThat(report.recording().samples().stream()
                        .map(sample -> sample.reading(Signal.MALLOC))
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong))
                .hasSizeGreaterThan(10)
                .allSatisfy(bytes -> assertThat(bytes).isLessThan(1 << 16));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void check_globalReferencesKept_areFound() throws InterruptedException {
        assertThat(growing(plan(Workloads.JniReferences.class))).contains(Signal.JNI_REFERENCES);
    }

    @Test
    void check_threadsThatNeverEnd_areFound() throws InterruptedException {
        assertThat(growing(plan(Workloads.Threads.class))).contains(Signal.THREADS);
    }

    @Test
    void check_filesLeftOpen_areFound() throws InterruptedException {
        assertThat(growing(plan(Workloads.Descriptors.class))).contains(Signal.FILE_DESCRIPTORS);
    }

    @Test
    void check_classesLoadedAgainAndAgain_areFound() throws InterruptedException {
        assertThat(growing(plan(Workloads.Classes.class))).contains(Signal.CLASSES);
    }

    @Test
    void check_leakUnderContention_isFoundOnlyThere() throws InterruptedException {
        assertThat(check(plan(Workloads.LeaksUnderContention.class))).isEqualTo(LeakVerdictName.STEADY);
        assertThat(check(plan(Workloads.LeaksUnderContention.class).threads(10)))
                .isEqualTo(LeakVerdictName.GROWING);
    }

    @Test
    void check_jvmThatCannotBeAttachedTo_fallsBackAndSaysSo() throws InterruptedException {
        LeakReport report = LeakChecker.check(
                plan(Workloads.Leaks.class)
                        .jvmArguments(List.of("-XX:+DisableAttachMechanism"))
                        .build(),
                ProgressListener.NONE);

        assertThat(report.verdictName()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(report.recording().notes()).anyMatch(note -> note.contains("could not be attached to"));
    }

    @Test
    void check_hotPath_isFoundWithItsParameters() throws InterruptedException {
        assertThat(check(path("shop").threads(4))).isEqualTo(LeakVerdictName.STEADY);
        assertThat(check(path("shop?keep=10").threads(4))).isEqualTo(LeakVerdictName.GROWING);
    }

    @Test
    void check_hotPathThatDoesNotTakeIt_isBadInput() {
        assertThatThrownBy(() -> LeakChecker.check(path("shop?keep=-1").build(), ProgressListener.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("parameter keep takes 0 to 1000000, found \"-1\"");
    }

    @Test
    void check_resultUnderAnotherName_keepsIt() throws InterruptedException {
        LeakReport report =
                LeakChecker.check(path("shop?honest=true").name("shop").build(), ProgressListener.NONE);

        assertThat(report.workload()).isEqualTo("shop");
    }

    @Test
    void check_missingClass_isBadInput() {
        assertThatThrownBy(() -> LeakChecker.check(
                        LeakCheckPlan.of("org.acme.Missing", List.of()).build(), ProgressListener.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("there is no class");
    }

    private static List<Signal> growing(LeakCheckPlan.Builder plan) throws InterruptedException {
        LeakReport report = LeakChecker.check(plan.build(), ProgressListener.NONE);
        assertThat(report.verdictName()).as(report.verdict().explanation()).isEqualTo(LeakVerdictName.GROWING);
        return report.verdict().evidence().signalsThatAre(Tendency.GROWING).stream()
                .map(SignalFinding::signal)
                .toList();
    }
}
