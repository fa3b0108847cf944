package org.evenkeel.suite.compare;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.compare.proof.Exits;
import org.evenkeel.compare.proof.GateProof;
import org.evenkeel.compare.proof.InjectedChange;
import org.evenkeel.compare.proof.Rates;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;

/** {@code compare --self-test}: proves the gate on given data of unchanged code. */
final class GateProofRun {

    /** What is compared with what, in turn. */
    private static final List<Kind> KINDS = List.of(
            new Kind(1, 1, "a session against another"),
            new Kind(1, 2, "a session against two others"),
            new Kind(1, 5, "a session against five others"),
            new Kind(2, 5, "two sessions against five others"),
            new Kind(1, GateProof.ALL_OTHERS, "a session against all others"));

    /** Fewer benchmarks than this found after +20 %, and the gate does not fire. */
    private static final double FIRES = 0.5;

    private static final String LARGE = "+20 %";

    private GateProofRun() {}

    /** A kind of comparison: how many sessions on each side, and its name in the table. */
    private record Kind(int currentSessions, int baseSessions, String name) {}

    /**
     * Runs all comparisons that the data allow, and prints a line for each kind.
     *
     * @param groups each the sessions of one unchanged code
     * @param history where noise is learnt; empty to learn from the other groups of the same data
     */
    static ExitStatus run(List<List<Session>> groups, List<List<Session>> history, Options options, PrintWriter out) {
        Map<String, Rates> lines = new LinkedHashMap<>();
        Map<String, Exits> exits = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            Exits ends = new Exits();
            Rates rates =
                    GateProof.ofSessions(ends, groups, history, kind.currentSessions(), kind.baseSessions(), options);
            if (rates.benchmarks() > 0) {
                lines.put(kind.name(), rates);
                exits.put(kind.name(), ends);
            }
        }
        Rates forks = GateProof.ofForks(groups.stream().flatMap(List::stream).toList(), options);
        if (forks.benchmarks() > 0) {
            lines.put("every other fork of a session", forks);
        }
        if (lines.isEmpty()) {
            throw new BadInputException(
                    "--self-test: expected two sessions of unchanged code or more, or one whose benchmarks have four forks or"
                            + " more, found "
                            + groups.stream().mapToInt(List::size).sum()
                            + " with no two of one code");
        }
        out.println(GateProofTable.header());
        lines.forEach((name, rates) -> out.println(GateProofTable.line(name, rates)));
        out.println();
        out.print(GateProofTable.exits(exits));
        boolean loud = lines.values().stream().anyMatch(rates -> isLoud(rates, options));
        boolean fires = lines.values().stream().anyMatch(rates -> rates.foundRate(0.20) >= FIRES);
        List<String> lies = exits.entrySet().stream()
                .flatMap(kind -> Arrays.stream(InjectedChange.values())
                        .filter(kind.getValue()::lies)
                        .map(change -> kind.getKey() + ", " + change.words() + ", ends with "
                                + change.lie().code() + " too often"))
                .toList();
        lies.forEach(lie -> out.println("FAILED: " + lie));
        if (loud) {
            out.println("FAILED: the gate does not keep quiet on unchanged code, on these data");
        }
        if (!fires) {
            out.println("FAILED: the gate does not find " + LARGE + " on these data, with any number of sessions");
        }
        if (loud || !fires || !lies.isEmpty()) {
            return ExitStatus.WRONG;
        }
        out.println("PASSED: the gate keeps quiet on unchanged code, and finds " + LARGE + ", on these data");
        return ExitStatus.OK;
    }

    /** One alarm is forgiven whatever its share: with few comparisons it is no proof of anything. */
    private static boolean isLoud(Rates rates, Options options) {
        return rates.comparisonsWithAlarm() > 1 && rates.alarmedComparisonRate() > options.alpha();
    }

    /** The groups of all places: each a folder whose sub-folders hold sessions of one unchanged code, or the sessions of one. */
    static List<List<Session>> groupsAt(List<String> places) {
        return places.stream()
                .map(Path::of)
                .flatMap(place -> Files.isDirectory(place) && SessionFiles.holdsGroups(place)
                        ? SessionFiles.groups(place).stream()
                        : Stream.of(SessionFiles.read(place)))
                .toList();
    }
}
