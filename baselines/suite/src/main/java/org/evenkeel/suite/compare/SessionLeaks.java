package org.evenkeel.suite.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.samples.Signal;

/** The samples behind the leak checks of a session. */
final class SessionLeaks {

    private SessionLeaks() {}

    /**
     * What stands behind the leak checks of a session that was read from the folder of a run: those that the session still
     * has. Empty where there are verdicts and no samples, which is enough for a comparison.
     */
    static List<LeakReport> of(Session session) {
        Path place = Path.of(session.name());
        Path file = Files.isDirectory(place)
                ? place.resolve(SessionFiles.LEAKCHECK)
                : place.resolveSibling(SessionFiles.LEAKCHECK);
        if (session.leaks().isEmpty() || !Files.isRegularFile(file)) {
            return List.of();
        }
        List<LeakReport> leaks;
        try {
            leaks = LeakReports.fromJson(Files.readString(file));
        } catch (IllegalArgumentException withoutSamples) {
            return List.of();
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        } catch (RuntimeException e) {
            throw damaged(file, "something else", e);
        }
        try {
            for (LeakReport leak : leaks) {
                for (Signal signal : Signal.values()) {
                    var unused = leak.recording().series(signal);
                }
            }
        } catch (RuntimeException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
        return leaks.stream()
                .filter(leak -> session.leaks().keySet().stream()
                        .anyMatch(identity -> LeakcheckReader.isOf(leak.workload(), identity)))
                .toList();
    }

    private static BadInputException damaged(Path file, String found, RuntimeException e) {
        return new BadInputException(
                file + ": expected samples as scripts/leakcheck writes them, found " + found
                        + "; check for leaks again",
                e);
    }
}
