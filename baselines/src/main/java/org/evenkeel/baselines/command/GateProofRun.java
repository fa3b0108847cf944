package org.evenkeel.baselines.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.stored.SessionFiles;
import org.evenkeel.baselines.verdict.GateProof;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.baselines.verdict.Rates;
import org.evenkeel.leakcheck.command.BadInputException;
import org.evenkeel.leakcheck.command.ExitStatus;

/** {@code compare --self-test}: proves the gate on given data of unchanged code. */
final class GateProofRun {

    /** How many sessions the baseline has, in turn. */
    private static final int[] BASE_SESSIONS = {1, 2, 5};

    /** Fewer benchmarks than this found after +20 %, and the gate does not fire. */
    private static final double FIRES = 0.5;

    private GateProofRun() {}

    /**
     * Runs all comparisons that the data allow, and prints a line for each kind.
     *
     * @param places each a folder whose sub-folders hold sessions of one unchanged code, or the sessions of one code
     * @param history where noise is learnt; empty to learn from the other groups of the same data
     */
    static ExitStatus run(List<String> places, List<List<Session>> history, Options options, PrintWriter out) {
        List<List<Session>> groups = new ArrayList<>();
        places.forEach(place -> groups.addAll(groupsAt(Path.of(place))));
        boolean proven = false;
        boolean wrong = false;
        out.println(GateProofTable.header());
        for (int count : BASE_SESSIONS) {
            Rates rates = GateProof.ofSessions(groups, history, count, options);
            if (rates.benchmarks() > 0) {
                out.println(GateProofTable.line(
                        "a session against " + (count == 1 ? "another" : count + " others"), rates));
                proven = true;
                wrong |= isWrong(rates, options);
            }
        }
        Rates forks = GateProof.ofForks(groups.stream().flatMap(List::stream).toList(), options);
        if (forks.benchmarks() > 0) {
            out.println(GateProofTable.line("every other fork of a session", forks));
            proven = true;
            wrong |= isWrong(forks, options);
        }
        if (!proven) {
            throw new BadInputException("--self-test: expected data of unchanged code in " + places
                    + ": two sessions or more, or one whose benchmarks have four forks or more");
        }
        out.println(
                wrong
                        ? "FAILED: the gate does not keep quiet on unchanged code, or does not find +20 %, on these data"
                        : "PASSED: the gate keeps quiet on unchanged code, and finds +20 %, on these data");
        return wrong ? ExitStatus.WRONG : ExitStatus.OK;
    }

    /** One alarm is forgiven whatever its share: with few comparisons it is no proof of anything. */
    private static boolean isWrong(Rates rates, Options options) {
        boolean loud = rates.comparisonsWithAlarm() > 1 && rates.alarmedComparisonRate() > options.alpha();
        return loud || rates.foundRate(0.20) < FIRES;
    }

    private static List<List<Session>> groupsAt(Path place) {
        return Files.isDirectory(place) && SessionFiles.holdsGroups(place)
                ? SessionFiles.groups(place)
                : List.of(SessionFiles.read(place));
    }
}
