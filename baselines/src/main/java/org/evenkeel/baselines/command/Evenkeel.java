package org.evenkeel.baselines.command;

import org.evenkeel.baselines.command.bisect.Bisect;
import org.evenkeel.baselines.command.interleaved.Ab;
import org.evenkeel.leakcheck.command.Commands;
import picocli.CommandLine.Command;

/** The command {@code evenkeel}: the main class of {@code baselines.jar}. */
@Command(
        name = "evenkeel",
        description = "Tells whether a change made a code path slower, hungrier or leaky.",
        mixinStandardHelpOptions = true,
        version = "evenkeel 0.1.0",
        subcommands = {
            Check.class,
            Bench.class,
            CompareCommand.class,
            BaselineCommand.class,
            ProfileCommand.class,
            HistoryCommand.class,
            Ab.class,
            Bisect.class,
            Nightly.class
        })
public final class Evenkeel {

    /** Runs a sub-command. */
    public static void main(String[] args) {
        Commands.main(new Evenkeel(), args);
    }
}
