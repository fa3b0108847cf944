package org.evenkeel.suite;

import java.util.Collection;
import java.util.List;
import org.evenkeel.leakcheck.command.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@link Evenkeel} with those sub-commands alone that a command line names; the others have a name and a description only. To
 * look at all options of all commands takes longer than to print the help.
 */
final class LightCommand {

    private LightCommand() {}

    /** What picocli takes in place of an annotated object. */
    static CommandSpec of(Collection<String> arguments) {
        Command annotated = Evenkeel.class.getAnnotation(Command.class);
        CommandSpec root = CommandSpec.wrapWithoutInspection(new Evenkeel())
                .name(annotated.name())
                .mixinStandardHelpOptions(true)
                .versionProvider(new ProductVersion());
        root.usageMessage().description(annotated.description()).footer(annotated.footer());
        for (Class<?> type : annotated.subcommands()) {
            Command inner = type.getAnnotation(Command.class);
            if (arguments.contains(inner.name()) || arguments.contains(Completion.NAME)) {
                root.addSubcommand(inner.name(), new CommandLine(type));
            } else {
                CommandSpec light = CommandSpec.create().name(inner.name());
                light.usageMessage().description(inner.description());
                root.addSubcommand(inner.name(), light);
            }
        }
        return root;
    }

    /** The same of an array. */
    static CommandSpec of(String[] arguments) {
        return of(List.of(arguments));
    }
}
