package org.evenkeel.leakcheck.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenkeel.workload.BadPathException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs a picocli command by the rules that hold for all commands of the product. */
public final class Commands {

    private Commands() {}

    /**
     * Runs one command.
     *
     * @param command an object annotated for picocli whose {@code call} returns an {@link ExitStatus}
     * @param out gets the result, and help that was asked for
     * @param err gets progress and errors
     * @return the exit status as a number
     */
    public static int run(Object command, String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExitCodeExceptionMapper(e -> ExitStatus.BAD_INPUT.code())
                .setParameterExceptionHandler((e, given) -> {
                    CommandLine failed = e.getCommandLine();
                    err.println(failed.getCommandName() + ": " + e.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
                    err.println("Try '" + failed.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitStatus.BAD_INPUT.code();
                })
                .setExecutionExceptionHandler((e, failed, parsed) -> {
                    if (e instanceof BadInputException || e instanceof BadPathException) {
                        err.println(failed.getCommandName() + ": " + e.getMessage());
                        return ExitStatus.BAD_INPUT.code();
                    }
                    if (e instanceof IOException || e instanceof UncheckedIOException) {
                        err.println(failed.getCommandName() + ": a file could not be read or written: "
                                + (e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e));
                        return ExitStatus.BAD_INPUT.code();
                    }
                    throw e;
                })
                .setExecutionStrategy(parsed -> {
                    int code = new CommandLine.RunLast().execute(parsed);
                    Object result = lastResult(parsed);
                    return result instanceof ExitStatus status ? status.code() : code;
                });
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The folder of a run for which none was named: {@code target/evenkeel/<UTC time>}. */
    public static Path defaultFolder(Instant now) {
        return Path.of("target", "evenkeel")
                .resolve(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                        .format(now.atOffset(ZoneOffset.UTC)));
    }

    /** The whole of a {@code main} method. */
    public static void main(Object command, String[] args) {
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(command, args, out, err));
    }

    private static Object lastResult(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().commandLine().getExecutionResult();
    }
}
