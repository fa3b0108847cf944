package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
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
    void run_help_goesToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: asked");
        assertThat(err.toString()).isEmpty();
    }

    private int run(String... args) {
        return Commands.run(new Asked(), args, new PrintWriter(out), new PrintWriter(err));
    }

    @Command(name = "asked", mixinStandardHelpOptions = true, subcommands = Nested.class)
    private static final class Asked implements Callable<ExitStatus> {
        @Option(names = "--answer")
        private ExitStatus answer = ExitStatus.OK;

        @Option(names = "--fail")
        private boolean fail;

        @Override
        public ExitStatus call() {
            if (fail) {
                throw new BadInputException("run.json:3: expected a number");
            }
            return answer;
        }
    }

    @Command(name = "nested")
    private static final class Nested implements Callable<ExitStatus> {
        @Override
        public ExitStatus call() {
            return ExitStatus.NO_BASELINE;
        }
    }
}
