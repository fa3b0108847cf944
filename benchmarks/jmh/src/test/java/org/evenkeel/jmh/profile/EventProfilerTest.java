package org.evenkeel.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.jmh.HotPathBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class EventProfilerTest {

    @TempDir
    Path folder;

    @Test
    void allocation_ofAFork_isWrittenWithTheOperationsThatItStandsFor() throws RunnerException, IOException {
        RunResult result = profile("event=alloc;dir=" + folder + ";name=x");

        assertThat(result.getSecondaryResults()).containsKey(EventProfiler.MARK);
        assertThat(folder.resolve("x.facts")).content().contains("engine=alloc").containsPattern("operations=[1-9]");
        assertThat(Files.readString(folder.resolve("x.collapsed")))
                .contains("org/evenkeel/hotpaths/planted/")
                .contains("byte[]_[i]");
        assertThat(folder).isDirectoryContaining("glob:**x.html").isDirectoryContaining("glob:**x-tree.html");
    }

    @Test
    void noEvent_leavesNoMark() throws RunnerException {
        RunResult result = profile("event=none;dir=" + folder + ";name=plain");

        assertThat(result.getSecondaryResults()).doesNotContainKey(EventProfiler.MARK);
        assertThat(folder.resolve("plain.facts")).isNotEmptyFile();
        assertThat(folder.resolve("plain.collapsed")).doesNotExist();
    }

    @Test
    void settings_thatAreUnknown_areRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> new EventProfiler("event=heat"))
                .isInstanceOf(ProfilerException.class)
                .hasMessageContaining("expected one of cpu, alloc");
        assertThatThrownBy(() -> new EventProfiler("colour=red"))
                .isInstanceOf(ProfilerException.class)
                .hasMessageContaining("colour=red");
    }

    private static RunResult profile(String settings) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(HotPathBenchmark.class.getName() + ".single$")
                        .param("path", "planted?allocate=1000")
                        .mode(Mode.Throughput)
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(100))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(100))
                        .addProfiler(EventProfiler.class, settings)
                        .jvmArgsAppend("-Djmh.ignoreLock=true")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()
                .iterator()
                .next();
    }
}
