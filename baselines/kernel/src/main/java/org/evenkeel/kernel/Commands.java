package org.evenkeel.kernel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs a picocli command by the rules that hold for all commands of the product. */
public final class Commands {

    /** The system property for those who look for a defect. */
    private static final String TRACE = "evenkeel.trace";

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
                    say(err, failed, e.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
                    err.println("Try '" + failed.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitStatus.BAD_INPUT.code();
                })
                .setExecutionExceptionHandler((e, failed, parsed) -> {
                    say(err, failed, reason(e));
                    return ExitStatus.BAD_INPUT.code();
                })
                .setExecutionStrategy(parsed -> {
                    int code = new CommandLine.RunLast().execute(parsed);
                    Object result = lastResult(parsed);
                    return result instanceof ExitStatus status ? status.code() : code;
                });
        giveVersions(line);
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            say(
                    err,
                    line,
                    "expected input that fits in " + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB of memory, found more; give less at a time, or a larger heap by"
                            + " JAVA_TOOL_OPTIONS=-Xmx4g");
            code = ExitStatus.BAD_INPUT.code();
        } catch (StackOverflowError e) {
            say(
                    err,
                    line,
                    "expected patterns and names that can be matched, found a pattern that repeats a group on a very"
                            + " long name; write it without a repeated group, such as [nm]* in place of (n|m)*");
            code = ExitStatus.BAD_INPUT.code();
        }
        out.flush();
        err.flush();
        return code;
    }

    /** A command that names no version has that of the command around it. */
    private static void giveVersions(CommandLine line) {
        for (CommandLine inner : line.getSubcommands().values()) {
            if (inner.getCommandSpec().version().length == 0) {
                inner.getCommandSpec().version(line.getCommandSpec().version());
            }
            giveVersions(inner);
        }
    }

    private static void say(PrintWriter err, CommandLine failed, @Nullable String message) {
        err.println(
                failed.getCommandName() + ": " + PlainText.line(String.valueOf(message), PlainText.MOST_CHARACTERS));
    }

    private static String reason(Exception e) {
        if (e instanceof BadInputException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof IOException file) {
            return reason(file);
        }
        if (e instanceof UncheckedIOException unchecked) {
            return reason(Objects.requireNonNull(unchecked.getCause()));
        }
        if (Boolean.getBoolean(TRACE)) {
            e.printStackTrace();
        }
        // Nobody can do anything with a stack but those who wrote the code.
        StackTraceElement[] stack = e.getStackTrace();
        return "this is a defect of Evenkeel, please report it: " + e + (stack.length == 0 ? "" : " at " + stack[0])
                + "; with JAVA_TOOL_OPTIONS=-D" + TRACE + "=true the whole stack is printed";
    }

    /** What fails without a name is what is written bit by bit: a jar for a JVM that is started, an agent, a log. */
    private static String reason(IOException e) {
        return "a file could not be read or written: "
                + (e instanceof FileSystemException named && named.getFile() != null
                        ? named.getFile() + ": " + AtomicFiles.reason(e)
                        : AtomicFiles.reason(e) + "; is there room in the folder of the run, and in "
                                + System.getProperty("java.io.tmpdir") + "?");
    }

    /** The folder of a run for which none was named: {@code target/evenkeel/<UTC time>}, made so that no other run has it. */
    public static Path defaultFolder(Instant now) {
        return newFolder(Path.of("target", "evenkeel"), now);
    }

    static Path newFolder(Path parent, Instant now) {
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                .format(now.atOffset(ZoneOffset.UTC));
        Path folder = parent.resolve(time);
        try {
            Files.createDirectories(parent);
            for (int other = 2; ; other++) {
                try {
                    return Files.createDirectory(folder);
                } catch (FileAlreadyExistsException ofAnotherRun) {
                    folder = parent.resolve(time + "-" + other);
                }
            }
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot make " + folder + ": " + AtomicFiles.reason(e) + "; choose another folder by --out", e);
        }
    }

    /** The whole of a {@code main} method. */
    public static void main(Object command, String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(run(command, args, terminal(System.out), terminal(System.err)));
    }

    private static PrintWriter terminal(PrintStream stream) {
        Writer utf8 = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return new PrintWriter(PlainText.visible(utf8), true);
    }

    private static Object lastResult(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().commandLine().getExecutionResult();
    }
}
