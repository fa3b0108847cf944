package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFailureTest {

    @TempDir
    Path evidence;

    private Path log;

    @BeforeEach
    void nameLog() {
        log = evidence.resolve("jmh.log");
    }

    @Test
    void of_brokenInvariant_namesItBeforeAnythingTheLogSays() throws IOException {
        Files.writeString(evidence.resolve("violations.txt"), "no duplicate: 2 times\nnone lost: 1 missing\n");
        Files.writeString(log, "<failure>\n\njava.lang.IllegalStateException: x\n");

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .isEqualTo("broken invariant: no duplicate: 2 times; none lost: 1 missing");
    }

    @Test
    void of_exceptionInABenchmark_namesIt() throws IOException {
        Files.writeString(
                log, "# Fork: 1 of 3\nIteration   1: <failure>\n\njava.lang.ArithmeticException: / by zero\n\tat x\n");

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .isEqualTo("failed: java.lang.ArithmeticException: / by zero; see " + log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "139 | its JVM crashed, with exit code 139",
                "137 | its JVM was killed (exit code 137), as a system does that runs out of memory",
                "143 | its JVM was ended from outside (exit code 143)",
                "3   | its JVM ended with exit code 3"
            })
    void of_forkThatEnded_saysHow(int code, String words) throws IOException {
        Files.writeString(log, forkThatEnded(code, ""));

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1)).isEqualTo(words + "; see " + log);
    }

    @Test
    void of_forkThatCrashed_namesTheSignal() throws IOException {
        Files.writeString(log, forkThatEnded(134, """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGSEGV (0xb) at pc=0x00007f52a8dcd9a7, pid=4711, tid=4712
                #
                """));

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .isEqualTo("its JVM crashed: SIGSEGV (0xb); see " + log);
    }

    @Test
    void of_jmhThatWasToldToIgnoreItsLock_isNotTakenForOneThatCouldNotGetIt() throws IOException {
        Files.writeString(
                log,
                "# WARNING: JMH lock is ignored by user request, make sure no other JMH instances are running\n"
                        + forkThatEnded(143, ""));

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1)).startsWith("its JVM was ended from outside");
    }

    @Test
    void of_jmhThatEndedItself_givesTheStatusAndTheLastWords() throws IOException {
        Files.writeString(log, "# Fork: 1 of 3\nNo matching benchmarks.\n\n");

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 2))
                .isEqualTo("JMH ended with exit status 2: No matching benchmarks.; see " + log);
    }

    /** The log of JMH 1.37 where a fork ends before its time: the last line says nothing of it. */
    private static String forkThatEnded(int code, String lastWords) {
        return """
                # Fork: 1 of 2
                # Warmup Iteration   1: <forked VM failed with exit code %d>
                <stdout last='20 lines'>
                %s</stdout>
                <stderr last='20 lines'>
                </stderr>

                Benchmark had encountered error, and fail on error was requested
                ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception
                \tat org.openjdk.jmh.Main.main(Main.java:71)
                \t\t... 5 more
                """.formatted(code, lastWords);
    }

    @Test
    void of_forkThatRanOutOfMemory_saysSo() throws IOException {
        Files.writeString(log, forkThatEnded(1, """
                Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "main"
                """));

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .startsWith("its JVM ran out of memory and ended with exit code 1: java.lang.OutOfMemoryError; see ");
    }

    @Test
    void of_forkThatDidNotStart_saysWhy() throws IOException {
        Files.writeString(log, forkThatEnded(1, """
                Unrecognized VM option 'UseNothing'
                Error: Could not create the Java Virtual Machine.
                Error: A fatal exception has occurred. Program will exit.
                """));

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .startsWith("its JVM did not start: Unrecognized VM option 'UseNothing'; see ");
    }

    @Test
    void of_jmhThatEndedWithATrace_namesTheExceptionAndNoFrame() throws IOException {
        Files.writeString(log, """
                ERROR: org.openjdk.jmh.runner.RunnerException: java.io.FileNotFoundException: jmh.json
                \tat org.openjdk.jmh.Main.main(Main.java:71)
                \t... 3 more
                """);

        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1))
                .startsWith(
                        "JMH ended with exit status 1: ERROR: org.openjdk.jmh.runner.RunnerException: java.io.File");
    }

    @Test
    void of_longMessages_areCut() throws IOException {
        Files.writeString(log, "<failure>\njava.lang.Error: " + "x".repeat(100_000) + "\n");
        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1)).hasSizeLessThan(1_000);

        Files.writeString(evidence.resolve("violations.txt"), "y".repeat(100_000));
        assertThat(JvmFailure.of(evidence, log, Files.readString(log), 1)).hasSizeLessThan(3_000);
    }
}
