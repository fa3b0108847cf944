package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checker itself leaves on the heap it measures. */
@Tag("commands")
class OwnGrowthTest {

    private static final double PROMISED_BYTES_PER_BATCH = 64;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseSerialGC"})
    void emptyWorkload_afterWarmup_growsByAtMostWhatIsPromised(String collector) throws InterruptedException {
        assertThat(bytesPerBatch(1, collector)).isLessThanOrEqualTo(PROMISED_BYTES_PER_BATCH);
    }

    @Test
    void emptyWorkload_withFiftyCallers_growsByAtMostWhatIsPromised() throws InterruptedException {
        assertThat(bytesPerBatch(50, "-XX:+UseG1GC")).isLessThanOrEqualTo(PROMISED_BYTES_PER_BATCH);
    }

    private static double bytesPerBatch(int threads, String collector) throws InterruptedException {
        LeakReport report = LeakChecker.check(
                LeakCheckPlan.of(Workloads.Clean.class.getName(), List.of(Workloads.classPath()))
                        .threads(threads)
                        .jvmArguments(List.of(collector, "-Xmx256m"))
                        .build(),
                ProgressListener.NONE);
        List<Sample> samples = report.recording().samples();
        Sample first = samples.get(samples.size() / 4);
        Sample last = samples.get(samples.size() - 1);
        return (double) (last.reading(Signal.HEAP).orElseThrow()
                        - first.reading(Signal.HEAP).orElseThrow())
                / (last.batch() - first.batch());
    }
}
