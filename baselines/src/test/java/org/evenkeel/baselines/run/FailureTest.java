package org.evenkeel.baselines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.leakcheck.command.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {

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

        assertThat(Failure.of(evidence, log, 1))
                .isEqualTo("broken invariant: no duplicate: 2 times; none lost: 1 missing");
    }

    @Test
    void of_exceptionInABenchmark_namesIt() throws IOException {
        Files.writeString(
                log, "# Fork: 1 of 3\nIteration   1: <failure>\n\njava.lang.ArithmeticException: / by zero\n\tat x\n");

        assertThat(Failure.of(evidence, log, 1))
                .isEqualTo("failed: java.lang.ArithmeticException: / by zero; see " + log);
    }

    @Test
    void of_crash_givesTheStatusAndTheLastWords() throws IOException {
        Files.writeString(log, "# Fork: 1 of 3\n<forked VM failed with exit code 134>\n\n");

        assertThat(Failure.of(evidence, log, 134))
                .isEqualTo("JMH ended with exit status 134: <forked VM failed with exit code 134>; see " + log);
    }

    @Test
    void of_lockHeldByAnotherRun_isNotTheBenchmarksFault() throws IOException {
        Files.writeString(log, "ERROR: Unable to acquire the JMH lock (/tmp/jmh.lock): already taken\n");

        assertThatThrownBy(() -> Failure.of(evidence, log, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("another JMH run");
    }
}
