package org.evenkeel.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.evenkeel.jmh.HotPathBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @CsvSource({
        "-Done.profiler.extractPath=/no/such/folder, alloc, byte[]_[i]",
        "-Dos.arch=none,                             cpu,   org.evenkeel.hotpaths.planted."
    })
    void whereTheLibraryCannotBeLoaded_theRecorderOfTheJdkSamples(String without, String event, String seen)
            throws RunnerException {
        profile("event=" + event + ";dir=" + folder + ";name=x", without);

        assertThat(folder.resolve("x.facts"))
                .content()
                .contains("engine=jfr", "instead=async-profiler cannot be loaded")
                .doesNotContain("failure");
        assertThat(folder.resolve("x.collapsed")).content().contains("_jmhStub_[j];", seen);
        assertThat(folder.resolve("x-count.collapsed")).isNotEmptyFile();
    }

    @Test
    void eventThatTheRecorderDoesNotKnow_isRefusedWithBothReasons() {
        assertThatThrownBy(() -> FlightSampler.start(Settings.parse("event=wall"), "no library here"))
                .isInstanceOf(CannotProfileException.class)
                .hasMessage("no library here; and the JDK's own recorder does not know wall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Ddefault=true", "-Done.profiler.extractPath=/no/such/folder"})
    void flightRecording_isReadable_withOurSamplesAndTheJdksOwnEvents(String argument)
            throws RunnerException, IOException {
        profile("event=alloc;jfr=true;dir=" + folder + ";name=x", argument);

        List<RecordedEvent> events = RecordingFile.readAllEvents(folder.resolve("x.jfr"));
        assertThat(events).extracting(event -> event.getEventType().getName()).contains("jdk.JVMInformation");
        assertThat(events.stream()
                        .filter(event -> event.getEventType().getName().startsWith("jdk.ObjectAllocation"))
                        .filter(event -> event.getStackTrace() != null)
                        .flatMap(event -> event.getStackTrace().getFrames().stream())
                        .map(frame -> frame.getMethod().getType().getName()))
                .anyMatch(name -> name.startsWith("org.evenkeel.hotpaths.planted."));
        assertThat(folder.resolve("x.collapsed")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.HashMap$Node, java.util.HashMap$Node",
        "[B,                     byte[]",
        "[[I,                    int[][]",
        "[Ljava.lang.String;,    java.lang.String[]"
    })
    void classOfTheRecorder_isWrittenAsInSource(String recorded, String written) {
        assertThat(FlightStacks.inSource(recorded)).isEqualTo(written);
    }

    private static RunResult profile(String settings, String... jvmArguments) throws RunnerException {
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
                        .jvmArgsAppend(Stream.concat(Stream.of("-Djmh.ignoreLock=true"), Stream.of(jvmArguments))
                                .toArray(String[]::new))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()
                .iterator()
                .next();
    }
}
