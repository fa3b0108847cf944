package org.evenkeel.suite;

import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.ab.command.Ab;
import org.evenkeel.suite.baseline.BaselineCommand;
import org.evenkeel.suite.bench.Bench;
import org.evenkeel.suite.bisect.Bisect;
import org.evenkeel.suite.check.Check;
import org.evenkeel.suite.compare.CompareCommand;
import org.evenkeel.suite.nightly.command.HistoryCommand;
import org.evenkeel.suite.nightly.command.Nightly;
import org.evenkeel.suite.profile.command.ProfileCommand;
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
