package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.evenkeel.kernel.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is left out to be quick must not be missed: everything is as with all commands looked at. */
class LightCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "--version",
                "ab --help",
                "compare --help",
                "leakcheck --help",
                "leakcheck watch --help",
                "history judge --help",
                "compare one.json",
                "chekc",
                "ab --bsae main",
                "--nonsense",
                ""
            })
    void light_saysTheSame(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertThat(run(LightCommand.of(arguments), arguments)).isEqualTo(run(new Evenkeel(), arguments));
    }

    @Test
    void light_withoutACommand_looksAtNone() {
        CommandLine line = new CommandLine(LightCommand.of(List.of("--help")));

        assertThat(line.getSubcommands())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, inner) ->
                        assertThat(inner.getCommandSpec().options()).isEmpty());
    }

    private static String run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Commands.run(command, arguments, new PrintWriter(out), new PrintWriter(err));
        return status + "\n" + out + "\n" + err;
    }
}
