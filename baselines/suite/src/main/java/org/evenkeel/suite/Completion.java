package org.evenkeel.suite;

import java.util.concurrent.Callable;
import org.evenkeel.kernel.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = Completion.NAME,
        description = "Prints a script by which bash and zsh complete commands, options and their values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In this shell:    source <(evenkeel completion)",
            "In every new one: evenkeel completion > ~/.local/share/bash-completion/completions/evenkeel",
            "In zsh, first:    autoload -U +X bashcompinit && bashcompinit"
        })
final class Completion implements Callable<ExitStatus> {

    static final String NAME = "completion";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public ExitStatus call() {
        CommandSpec root = spec.root();
        spec.commandLine().getOut().println(AutoComplete.bash(root.name(), root.commandLine()));
        return ExitStatus.OK;
    }
}
