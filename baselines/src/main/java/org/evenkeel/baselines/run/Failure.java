package org.evenkeel.baselines.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.leakcheck.command.BadInputException;

/** Finds out why JMH gave no result. */
public final class Failure {

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
            if (line.contains("JMH lock")) {
                throw new BadInputException("another JMH run holds the lock of this machine (" + line.strip()
                        + "); two at once would measure each other: wait until it is done, or stop it");
            }
        }
        boolean failed = false;
        for (String line : lines) {
            if (failed && !line.isBlank()) {
                return "failed: " + line.strip() + "; see " + log;
            }
            failed |= line.endsWith("<failure>");
        }
        return "JMH ended with exit status " + status
                + lines.stream()
                        .filter(line -> !line.isBlank())
                        .reduce((first, second) -> second)
                        .map(last -> ": " + last.strip())
                        .orElse("")
                + "; see " + log;
    }
}
