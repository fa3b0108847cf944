package org.evenkeel.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.command.Leakcheck;
import org.evenkeel.leakcheck.command.ProductVersion;
import org.evenkeel.suite.ab.command.Ab;
import org.evenkeel.suite.baseline.BaselineCommand;
import org.evenkeel.suite.bench.Bench;
import org.evenkeel.suite.bisect.Bisect;
import org.evenkeel.suite.check.Check;
import org.evenkeel.suite.compare.CompareCommand;
import org.evenkeel.suite.load.command.Load;
import org.evenkeel.suite.nightly.command.HistoryCommand;
import org.evenkeel.suite.nightly.command.Nightly;
import org.evenkeel.suite.profile.command.ProfileCommand;
import org.evenkeel.suite.shards.merge.Merge;
import org.evenkeel.suite.why.Why;
import picocli.CommandLine.Command;

/** The command {@code evenkeel}: the main class of {@code baselines.jar}. */
@Command(
        name = "evenkeel",
        description = "Tells whether a change made a code path slower, made it allocate more, or made it leak.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        subcommands = {
            Check.class,
            Bench.class,
            CompareCommand.class,
            BaselineCommand.class,
            ProfileCommand.class,
            HistoryCommand.class,
            Ab.class,
            Bisect.class,
            Load.class,
            Why.class,
            Nightly.class,
            Merge.class,
            Leakcheck.class,
            Completion.class
        },
        footer = {"", "evenkeel COMMAND --help says what a command takes and how it ends."})
public final class Evenkeel implements Callable<ExitStatus> {

    /** Runs a sub-command. */
    public static void main(String[] args) {
        SystemLimits.say(args, Path.of("/proc"), System.err);
        Commands.main(LightCommand.of(args), args);
    }

    @Override
    public ExitStatus call() {
        throw new BadInputException("expected a command such as check or ab, found none; evenkeel --help lists them");
    }
}
