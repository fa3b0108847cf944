package org.evenkeel.suite.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out why JMH gave no result. */
final class JvmFailure {

    private static final Pattern FORK_ENDED = Pattern.compile("<forked VM failed with exit code (-?\\d{1,10})>");

    /** What a crashing JVM says of the signal, such as {@code #  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2}. */
    private static final Pattern SIGNAL = Pattern.compile("^# +(SIG[A-Z]+ \\([^)]*\\))");

    /** A line of a stack trace says nothing without those above it. */
    private static final Pattern FRAME = Pattern.compile("^\\s*(at [\\w.$]+|\\.{3} \\d+ more)");

    private static final Pattern OUT_OF_MEMORY = Pattern.compile("java\\.lang\\.OutOfMemoryError(: [\\w ,.-]{0,100})?");

    /** What a JVM says that does not start: of its options, of memory that it does not get. */
    private static final Pattern NO_START = Pattern.compile(
            "^(Error: (?!A fatal exception|Could not create)|Unrecognized |Invalid |Conflicting |Could not reserve |There is insufficient memory).*");

    /** What broken invariants may say, and what a line of a log may. */
    private static final int MOST_BYTES = 2_000;

    private static final int MOST_OF_A_LINE = 300;

    private JvmFailure() {}

    /**
     * The reason in words: the broken invariants if there are any, else what JMH's log says.
     *
     * @param file where the log is
     * @param log what it says
     */
    static String of(Path evidence, Path file, String log, int status) throws IOException {
        Optional<String> violations = violations(evidence.resolve("violations.txt"));
        if (violations.isPresent()) {
            return "broken invariant: " + violations.get();
        }
        String words = words(log.lines().toList(), status);
        return Files.isRegularFile(file) ? words + "; see " + file : words;
    }

    private static Optional<String> violations(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.joining("; ")));
        }
    }

    private static String words(List<String> lines, int status) {
        boolean failed = false;
        for (String line : lines) {
            if (failed && !line.isBlank()) {
                return "failed: " + cut(line);
            }
            failed |= line.endsWith("<failure>");
        }
        for (String line : lines) {
            Matcher ended = FORK_ENDED.matcher(line);
            if (ended.find()) {
                return endOfFork(ended.group(1), lines);
            }
        }
        return "JMH ended with exit status " + status
                + lines.stream()
                        .filter(line -> !line.isBlank() && !FRAME.matcher(line).find())
                        .reduce((first, second) -> second)
                        .map(last -> ": " + cut(last))
                        .orElse("");
    }

    /** A shell's convention, which Java follows: a process that a signal ended has 128 and the signal as its status. */
    private static String endOfFork(String code, List<String> lines) {
        Optional<String> signal = first(SIGNAL, 1, lines);
        if (signal.isPresent()) {
            return "its JVM crashed: " + signal.get();
        }
        Optional<String> memory = first(OUT_OF_MEMORY, 0, lines);
        if (memory.isPresent()) {
            return "its JVM ran out of memory and ended with exit code " + code + ": " + memory.get();
        }
        Optional<String> noStart = first(NO_START, 0, lines);
        if (noStart.isPresent()) {
            return "its JVM did not start: " + cut(noStart.get());
        }
        return switch (code) {
            case "132", "134", "135", "136", "139" -> "its JVM crashed, with exit code " + code;
            case "137" -> "its JVM was killed (exit code 137), as a system does that runs out of memory";
            case "143" -> "its JVM was ended from outside (exit code 143)";
            default -> "its JVM ended with exit code " + code;
        };
    }

    private static Optional<String> first(Pattern pattern, int group, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(group))
                .findFirst();
    }

    private static String cut(String line) {
        String stripped = line.strip();
        return stripped.length() > MOST_OF_A_LINE ? stripped.substring(0, MOST_OF_A_LINE) + "…" : stripped;
    }
}
