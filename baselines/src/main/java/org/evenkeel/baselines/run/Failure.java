package org.evenkeel.baselines.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.leakcheck.command.BadInputException;

/** Finds out why JMH gave no result. */
public final class Failure {

    private static final Pattern FORK_ENDED = Pattern.compile("<forked VM failed with exit code (\\d+)>");

    /** What a crashing JVM says of the signal, such as {@code #  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2}. */
    private static final Pattern SIGNAL = Pattern.compile("^# +(SIG[A-Z]+ \\([^)]*\\))");

    private Failure() {}

    /**
     * The reason in words: the broken invariants if there are any, else what JMH's log says.
     *
     * @throws BadInputException when nothing is wrong with the benchmark, but JMH could not run it
     */
    public static String of(Path evidence, Path log, int status) throws IOException {
        Path violations = evidence.resolve("violations.txt");
        if (Files.isRegularFile(violations)) {
            return "broken invariant: " + String.join("; ", Files.readAllLines(violations));
        }
        List<String> lines = Files.readAllLines(log);
        for (String line : lines) {
            if (line.contains("Unable to acquire the JMH lock")) {
                throw new BadInputException("another JMH run holds the lock of this machine (" + line.strip()
                        + "); two at once would measure each other: wait until it is done, or stop it");
            }
        }
        return words(lines, status) + "; see " + log;
    }

    private static String words(List<String> lines, int status) {
        boolean failed = false;
        for (String line : lines) {
            if (failed && !line.isBlank()) {
                return "failed: " + line.strip();
            }
            failed |= line.endsWith("<failure>");
        }
        for (String line : lines) {
            Matcher ended = FORK_ENDED.matcher(line);
            if (ended.find()) {
                return endOfFork(Integer.parseInt(ended.group(1)), lines);
            }
        }
        return "JMH ended with exit status " + status
                + lines.stream()
                        .filter(line -> !line.isBlank())
                        .reduce((first, second) -> second)
                        .map(last -> ": " + last.strip())
                        .orElse("");
    }

    /** A shell's convention, which Java follows: a process that a signal ended has 128 and the signal as its status. */
    private static String endOfFork(int code, List<String> lines) {
        for (String line : lines) {
            Matcher signal = SIGNAL.matcher(line);
            if (signal.find()) {
                return "its JVM crashed: " + signal.group(1);
            }
        }
        return switch (code) {
            case 132, 134, 135, 136, 139 -> "its JVM crashed, with exit code " + code;
            case 137 -> "its JVM was killed (exit code 137), as a system does that runs out of memory";
            case 143 -> "its JVM was ended from outside (exit code 143)";
            default -> "its JVM ended with exit code " + code;
        };
    }
}
