package org.evenkeel.suite.check.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/**
 * What was planted, and what was found.
 *
 * @param lines in the order in which it was planted
 */
public record SelfTestReport(List<Line> lines) {

    public SelfTestReport {
        lines = List.copyOf(lines);
    }

    /** Whether every gate did what it should. */
    public boolean passed() {
        return lines.stream().allMatch(Line::asExpected);
    }

    /** A table, then the result in a sentence; ends with a line break. */
    public String render() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("planted", "gate", "found", ""));
        lines.forEach(line -> cells.add(
                List.of(line.planted(), line.gate(), line.found(), line.asExpected() ? "ok" : "NOT AS IT SHOULD BE")));
        long failed = lines.stream().filter(line -> !line.asExpected()).count();
        return TextTable.render(cells)
                + (failed == 0
                        ? "Every gate found what was planted for it, and nothing where nothing was.\n"
                        : failed + " of " + lines.size() + " gates did not do what they should on this machine.\n");
    }

    /**
     * One planted fault.
     *
     * @param planted what it was
     * @param gate which gate had to find it
     * @param found what was found, in words
     * @param asExpected whether it should have been
     */
    public record Line(String planted, String gate, String found, boolean asExpected) {

        /** What a comparison with the unchanged path found. */
        public static Line of(String planted, String gate, Comparison comparison, Expectation expectation) {
            List<Row> wrong = Words.worstFirst(comparison).stream()
                    .filter(row ->
                            row.verdict() instanceof Verdict.Regressed || row.verdict() instanceof Verdict.Invalid)
                    .toList();
            String found = wrong.stream()
                    .map(row -> row.verdict() instanceof Verdict.Invalid invalid
                            ? invalid.reason()
                            : row.identity().mode() + " " + row.metric().name() + " " + Words.change(row))
                    .distinct()
                    .limit(2)
                    .collect(Collectors.joining("; "));
            return new Line(
                    planted,
                    gate,
                    found.isEmpty() ? "nothing" : found,
                    switch (expectation.kind()) {
                        case NOTHING -> wrong.isEmpty();
                        case REGRESSED ->
                            wrong.stream()
                                    .anyMatch(row -> row.verdict() instanceof Verdict.Regressed
                                            && row.metric().name().equals(expectation.what()));
                        case INVALID -> wrong.stream().anyMatch(row -> row.verdict() instanceof Verdict.Invalid);
                        case GROWING -> false;
                    });
        }

        /** What a leak check found. */
        public static Line of(String planted, String gate, LeakReport report, Expectation expectation) {
            List<SignalFinding> growing = report.verdict().evidence().signalsThatAre(Tendency.GROWING);
            String found = report.verdictName() == LeakVerdictName.STEADY
                    ? "nothing"
                    : report.verdictName() + ": " + report.verdict().explanation();
            return new Line(
                    planted,
                    gate,
                    found,
                    switch (expectation.kind()) {
                        case NOTHING -> report.verdictName() == LeakVerdictName.STEADY;
                        case GROWING ->
                            report.verdictName() == LeakVerdictName.GROWING
                                    && growing.stream()
                                            .anyMatch(signal ->
                                                    signal.signal().label().equals(expectation.what()));
                        case REGRESSED, INVALID -> false;
                    });
        }
    }

    /**
     * What a gate has to find.
     *
     * @param kind what sort of thing
     * @param what the metric or signal; empty where there is none
     */
    public record Expectation(Kind kind, String what) {

        /** Nothing is planted. */
        public static final Expectation NOTHING = new Expectation(Kind.NOTHING, "");

        /** An invariant is broken. */
        public static final Expectation INVALID = new Expectation(Kind.INVALID, "");

        /** A metric is worse. */
        public static Expectation regressed(String metric) {
            return new Expectation(Kind.REGRESSED, metric);
        }

        /** A signal grows. */
        public static Expectation growing(String signal) {
            return new Expectation(Kind.GROWING, signal);
        }

        /** Sorts of findings. */
        public enum Kind {
            NOTHING,
            REGRESSED,
            INVALID,
            GROWING
        }
    }
}
