package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In the place of the JVM with JMH stands a script that misbehaves as benchmarks do; the fork is what it starts. */
@Tag("commands")
@Timeout(120)
class JmhJvmTest {

    private static final JmhArguments ANY = JmhArguments.of("Any.thing", "avgt", Map.of());

    private static final String RESULT = "[{\"primaryMetric\": {\"rawData\": [[1.0]]}}]";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java") + " -cp " + System.getProperty("java.class.path");

    /** Nothing here needs as long, and a loaded machine has to start a JVM in it. */
    private static final TimeLimit SHORT = limit(Duration.ofSeconds(3), Duration.ofSeconds(3));

    private static final TimeLimit LONG = limit(Duration.ofSeconds(60), Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private Path evidence;

    @BeforeEach
    void makeFolder() throws IOException {
        evidence = Files.createDirectory(folder.resolve("evidence"));
    }

    @Test
    void run_resultIsThere_isKeptAsThePart() throws Exception {
        JmhOutcome outcome = run("echo '" + RESULT + "' >$result", LONG);

        assertThat(outcome).isEqualTo(new JmhOutcome.Measured(part()));
        assertThat(part()).hasContent(RESULT);
    }

    @Test
    void run_hangs_isEndedAndItsLastStackIsShown() throws Exception {
        JmhOutcome outcome = run(
                JAVA + " '" + Hanging.class.getName() + "'; sleep 1",
                limit(Duration.ofSeconds(5), Duration.ofSeconds(5)));

        assertThat(outcome.reason().orElseThrow())
                .startsWith("it hung: no end after 5 s, where about 1 s were expected, so it was ended; it was in ")
                .contains(Hanging.class.getName() + ".forEver(JmhJvmTest.java:");
        assertThat(outcome).isInstanceOf(JmhOutcome.Broken.class);
    }

    @Test
    void run_waitsForTheOtherSide_isNotToBlame() throws Exception {
        JmhJvm jvm = new JmhJvm(script(JAVA + " '" + Hanging.class.getName() + "'; sleep 1"), List.of(), ANY);

        JmhOutcome outcome = jvm.run(
                destination(), limit(Duration.ofSeconds(5), Duration.ofSeconds(5)), Map.of(), Hanging.class.getName());

        assertThat(outcome).isInstanceOf(JmhOutcome.Unfinished.class);
        assertThat(outcome.reason().orElseThrow()).startsWith("it waited for the other side, after ");
    }

    @Test
    void run_forkIsStopped_isEndedAndSaid() throws Exception {
        JmhOutcome outcome = run("sleep 600 & kill -STOP $!; echo $! >" + folder + "/pid; wait", SHORT);

        assertThat(outcome.reason().orElseThrow()).contains("its JVM was stopped, as by SIGSTOP");
        assertThatIsGone(folder.resolve("pid"));
    }

    @Test
    void run_forkLeavesAProcessBehindThatKeepsThePipeOpen_endsThatToo() throws Exception {
        // The fork is gone and its child is nobody's descendant; JMH reads from it for ever.
        JmhOutcome outcome =
                run("bash -c 'setsid sleep 600 & echo $! >" + folder + "/pid; echo from the fork' | cat", SHORT);

        assertThat(outcome.reason().orElseThrow()).startsWith("it hung: no end after 3 s");
        assertThatIsGone(folder.resolve("pid"));
    }

    @Test
    void run_endsAndLeavesAProcessBehind_endsThatToo() throws Exception {
        JmhOutcome outcome =
                run("setsid sleep 600 & echo $! >" + folder + "/pid; echo '" + RESULT + "' >$result", LONG);

        assertThat(outcome).isInstanceOf(JmhOutcome.Measured.class);
        assertThatIsGone(folder.resolve("pid"));
    }

    @Test
    void run_slowButAtWork_isGivenTheLongerTime() throws Exception {
        TimeLimit patient = new TimeLimit(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(60));

        JmhOutcome outcome =
                run("for i in 1 2 3 4 5; do echo Iteration $i; sleep 1; done; echo '" + RESULT + "' >$result", patient);

        assertThat(outcome).isInstanceOf(JmhOutcome.Measured.class);
    }

    @Test
    void run_silentButAtWork_isGivenTheLongerTime() throws Exception {
        // As a JVM does that has to share the machine while it starts.
        TimeLimit patient = new TimeLimit(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));

        JmhOutcome outcome = run(
                "end=$((SECONDS + 5)); while [ $SECONDS -lt $end ]; do :; done; echo '" + RESULT + "' >$result",
                patient);

        assertThat(outcome).isInstanceOf(JmhOutcome.Measured.class);
    }

    @Test
    void run_silentAndAtWorkForEver_isEndedAllTheSame() throws Exception {
        TimeLimit patient = new TimeLimit(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(60));

        JmhOutcome outcome = run("while true; do :; done", patient);

        assertThat(outcome.reason().orElseThrow()).startsWith("it hung: no end after ");
    }

    @Test
    void run_atWorkWhenAllTimeIsOver_isEndedButNotCalledBroken() throws Exception {
        JmhOutcome outcome = run(
                "while true; do echo Iteration; sleep 0.1; done", limit(Duration.ofSeconds(2), Duration.ofSeconds(2)));

        assertThat(outcome).isInstanceOf(JmhOutcome.Unfinished.class);
        assertThat(outcome.reason().orElseThrow()).startsWith("it was at work still after 2 s");
    }

    @Test
    void run_haltedWithZero_saysThatItEndedItsJvm() throws Exception {
        // What JMH writes when its forks end with 0 and have said nothing.
        JmhOutcome outcome = run("printf '[\\n]\\n' >$result", LONG);

        assertThat(outcome.reason().orElseThrow())
                .startsWith("it ended its JVM, as System.exit or Runtime.halt do, in 1 of 1 fork");
        assertThat(part()).doesNotExist();
    }

    @Test
    void run_resultTornByAFullDisk_isNoPart() throws Exception {
        assertThatThrownBy(() -> run("printf '[{\"primaryMetric\": {\"raw' >$result", LONG))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(evidence.resolve("jmh.json") + ": expected JMH's result, found a part of it");
        assertThat(part()).doesNotExist();
    }

    @Test
    void run_printsBytesThatAreNoText_isReadAsWhatItIs() throws Exception {
        JmhOutcome outcome = run("printf '\\377\\376\\033 <failure>\\n\\njava.lang.Error: \\377\\n'; exit 1", LONG);

        assertThat(outcome.reason().orElseThrow()).startsWith("failed: java.lang.Error: \uFFFD; see ");
    }

    @Test
    void run_deletesItsFolder_isNamed() throws Exception {
        JmhOutcome outcome = run("rm -r " + evidence, LONG);

        assertThat(outcome.reason().orElseThrow()).startsWith("it deleted " + evidence);
    }

    @Test
    void run_failsAndHasDeletedItsFolder_isStillToldWhy() throws Exception {
        JmhOutcome outcome = run("rm -r " + evidence + "; echo '<failure>'; echo java.lang.Error: x; exit 1", LONG);

        assertThat(outcome.reason().orElseThrow())
                .startsWith("it deleted " + evidence)
                .endsWith("failed: java.lang.Error: x");
    }

    @Test
    void run_printsAGigabyte_keepsBeginningAndEnd() throws Exception {
        JmhOutcome outcome = run(
                "echo first; head -c 100000000 /dev/zero; echo; echo '<failure>'; echo java.lang.Error: last; exit 1",
                LONG);

        assertThat(outcome.reason().orElseThrow()).startsWith("failed: java.lang.Error: last");
        assertThat(Files.size(evidence.resolve("jmh.log"))).isLessThan(3 << 20);
        assertThat(new String(Files.readAllBytes(evidence.resolve("jmh.log")), StandardCharsets.UTF_8))
                .startsWith("first")
                .contains("bytes are left out here]");
    }

    @Test
    void run_crashReportInTheUsersFolder_isMovedToTheRuns() throws Exception {
        Path report = Files.createFile(folder.resolve("hs_err_pid4711.log"));

        run("echo '#'; echo '# " + report + "'; echo '<forked VM failed with exit code 134>'; exit 1", LONG);

        assertThat(report).doesNotExist();
        assertThat(evidence.resolve("hs_err_pid4711.log")).exists();
    }

    /** Waits for ever. */
    public static final class Hanging {

        private Hanging() {}

        public static void main(String[] args) {
            forEver();
        }

        private static void forEver() {
            while (true) {
                LockSupport.park();
            }
        }
    }

    private JmhOutcome run(String script, TimeLimit limit) throws IOException, InterruptedException {
        return new JmhJvm(script(script), List.of(), ANY).run(destination(), limit, Map.of(), "");
    }

    private JmhJvm.Destination destination() {
        return new JmhJvm.Destination(evidence, evidence.resolve("jmh.log"), part(), 1);
    }

    private Path part() {
        return folder.resolve("part.json");
    }

    private Path script(String deed) throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, """
                #!/usr/bin/env bash
                while [ $# -gt 0 ]; do
                    case $1 in
                        -rff) result=$2 ;;
                    esac
                    shift
                done
                %s
                """.formatted(deed));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private static TimeLimit limit(Duration patience, Duration longest) {
        return new TimeLimit(Duration.ofSeconds(1), patience, longest);
    }

    private static void assertThatIsGone(Path pid) throws Exception {
        long number = Long.parseLong(Files.readString(pid).strip());
        // A process that was killed is there until its parent, or the system, has asked how it ended.
        for (int i = 0; i < 400 && isThere(number); i++) {
            Thread.sleep(50);
        }
        assertThat(isThere(number)).isFalse();
    }

    private static boolean isThere(long pid) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        if (!Files.exists(stat)) {
            return false;
        }
        String text = Files.readString(stat);
        return !text.startsWith("Z", text.lastIndexOf(')') + 2);
    }
}
