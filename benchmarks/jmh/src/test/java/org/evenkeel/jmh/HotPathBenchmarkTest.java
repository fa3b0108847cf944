package org.evenkeel.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH itself, within this JVM. */
class HotPathBenchmarkTest {

    @BeforeEach
    void reset() {
        SwitchboardPath.reset();
    }

    @ParameterizedTest
    @CsvSource({"single,1", "batch,1", "tenThreads,10", "fiftyThreads,50"})
    void form_ofAnyPath_hasItsCallersAndOneOpenAndClose(String form, int callers) throws RunnerException {
        RunResult result = run(form, "switchboard").iterator().next();

        assertThat(result.getParams().getThreads()).isEqualTo(callers);
        assertThat(SwitchboardPath.CALLERS)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, callers).boxed().collect(Collectors.toSet()));
        assertThat(SwitchboardPath.CLOSED).hasValue(1);
    }

    @Test
    void batch_isMeasuredPerRequest() throws RunnerException {
        RunResult result = run("batch", "switchboard").iterator().next();

        assertThat(result.getParams().getOpsPerInvocation()).isEqualTo(HotPathBenchmark.BATCH_SIZE);
        assertThat(SwitchboardPath.BATCHED.get())
                .isPositive()
                .satisfies(
                        count -> assertThat(count % HotPathBenchmark.BATCH_SIZE).isZero());
        assertThat(SwitchboardPath.REQUESTS).hasValue(0);
    }

    @Test
    void gauges_ofTheRunningPath_becomeSecondaryResults() throws RunnerException {
        RunResult result = run("tenThreads", "switchboard").iterator().next();

        assertThat(result.getSecondaryResults()).containsKey("callers.mean").hasEntrySatisfying("callers.max", most -> {
            assertThat(most.getScore()).isEqualTo(10);
            assertThat(most.getScoreUnit()).isEqualTo("callers");
        });
    }

    @Test
    void footprint_ofAPathThatKeepsItems_becomesASecondaryResult() throws RunnerException {
        RunResult result = new Runner(options("single", "switchboard")
                        .addProfiler(FootprintProfiler.class)
                        .forks(2)
                        .measurementIterations(2)
                        .build())
                .run()
                .iterator()
                .next();

        // Two longs and the header of an array: 16 and 16 bytes, with or without compressed pointers to classes.
        assertThat(result.getSecondaryResults()).hasEntrySatisfying(FootprintProfiler.METRIC, footprint -> {
            assertThat(footprint.getScore()).isEqualTo(32);
            assertThat(footprint.getScoreUnit()).isEqualTo("B");
        });
    }

    @Test
    void brokenInvariant_givesNoScoreAndSaysWhatBroke() {
        assertThatThrownBy(() -> runInFork("single", "switchboard?broken=true"))
                .isInstanceOf(RunnerException.class)
                .hasStackTraceContaining("hot path switchboard?broken=true broke its promise: switch is off: it is on");
    }

    @Test
    void faultsProperty_isPlantedBesideTheNameOfThePath() {
        assertThatThrownBy(() -> runInFork("single", "switchboard", "-D" + PathState.FAULTS + "=broken=true"))
                .isInstanceOf(RunnerException.class)
                .hasStackTraceContaining("hot path switchboard broke its promise: switch is off");
    }

    @Test
    void unknownPath_saysWhatThereIs() {
        assertThatThrownBy(() -> runInFork("single", "nothing"))
                .isInstanceOf(RunnerException.class)
                .hasStackTraceContaining("there is no hot path \"nothing\" on the class path")
                .hasStackTraceContaining("switchboard");
    }

    private static Collection<RunResult> run(String form, String path) throws RunnerException {
        return new Runner(options(form, path).forks(0).build()).run();
    }

    /** For runs that fail: within one JVM, JMH keeps the state of a failed run for the next. */
    private static Collection<RunResult> runInFork(String form, String path, String... jvmArguments)
            throws RunnerException {
        return new Runner(options(form, path).forks(1).jvmArgs(jvmArguments).build()).run();
    }

    private static ChainedOptionsBuilder options(String form, String path) {
        return new OptionsBuilder()
                .include("^" + HotPathBenchmark.class.getName().replace(".", "\\.") + "\\." + form + "$")
                .param("path", path)
                .mode(Mode.Throughput)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(200))
                .shouldFailOnError(true)
                .addProfiler(GaugeProfiler.class)
                .verbosity(VerboseMode.SILENT);
    }
}
