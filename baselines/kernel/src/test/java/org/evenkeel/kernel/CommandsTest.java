package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void run_commandThatReturnsAStatus_givesItsCode() {
        assertThat(run("--answer", "undecided")).isEqualTo(4);
        assertThat(run("nested")).isEqualTo(3);
    }

    @Test
    void run_unknownOption_isOneLineAndStatusTwo() {
        assertThat(run("--answr", "ok")).isEqualTo(2);
        assertThat(err.toString()).startsWith("asked: Unknown option").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void run_badInput_printsItsMessageAndNothingElse() {
        assertThat(run("--fail")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("asked: run.json:3: expected a number");
    }

    @Test
    void run_versionOfAnInnerCommand_isThatOfTheOuterOne() {
        assertThat(run("nested", "--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("asked 1");
    }

    @ParameterizedTest
    @CsvSource({
        "memory, MiB of memory",
        "stack, a pattern that repeats a group",
        "defect, this is a defect of Evenkeel",
        "lines, one\\ntwo \\u001b[31m"
    })
    void run_whateverIsThrown_isOneLineAndStatusTwo(String thrown, String said) {
        assertThat(run("--throw", thrown)).isEqualTo(2);
        assertThat(err.toString()).startsWith("asked: ").contains(said).doesNotContain("\tat ");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void newFolder_twoRunsOfOneSecond_haveFoldersOfTheirOwn(@TempDir Path parent) {
        Instant now = Instant.parse("2025-02-03T04:05:06.7Z");

        assertThat(Commands.newFolder(parent.resolve("a/b"), now))
                .isEqualTo(parent.resolve("a/b/2025-02-03T04-05-06Z"))
                .isDirectory();
        assertThat(Commands.newFolder(parent.resolve("a/b"), now))
                .isEqualTo(parent.resolve("a/b/2025-02-03T04-05-06Z-2"));
    }

    @Test
    void run_help_goesToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: asked");
        assertThat(err.toString()).isEmpty();
    }

    private int run(String... args) {
        return Commands.run(new Asked(), args, new PrintWriter(out), new PrintWriter(err));
    }

    @Command(name = "asked", mixinStandardHelpOptions = true, version = "asked 1", subcommands = Nested.class)
    private static final class Asked implements Callable<ExitStatus> {
        @Option(names = "--answer")
        private ExitStatus answer = ExitStatus.OK;

        @Option(names = "--fail")
        private boolean fail;

        @Option(names = "--throw")
        private String thrown = "";

        @Override
        public ExitStatus call() {
            switch (thrown) {
                case "memory" -> throw new OutOfMemoryError("Java heap space");
                case "stack" -> throw new StackOverflowError();
                case "defect" -> throw new IllegalStateException("x");
                case "lines" -> throw new BadInputException("one\ntwo \u001b[31m");
                default -> {}
            }
            if (fail) {
                throw new BadInputException("run.json:3: expected a number");
            }
            return answer;
        }
    }

    @Command(name = "nested", mixinStandardHelpOptions = true)
    private static final class Nested implements Callable<ExitStatus> {
        @Override
        public ExitStatus call() {
            return ExitStatus.NO_BASELINE;
        }
    }
}
