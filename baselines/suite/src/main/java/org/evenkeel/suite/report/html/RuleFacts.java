package org.evenkeel.suite.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;

/** The rule that decided a row, and the numbers that it had to go by. */
final class RuleFacts {

    private final List<List<String>> facts = new ArrayList<>();

    private RuleFacts() {}

    /** Names with their values, in the order in which one reads them. */
    static List<List<String>> of(Row row, Options options) {
        RuleFacts made = new RuleFacts();
        made.add("benchmark", row.identity().benchmark());
        made.add("verdict", Words.verdict(row) + (Words.why(row).isEmpty() ? "" : ": " + Words.why(row)));
        made.add("rule", rule(row, options));
        row.verdict().change().ifPresent(change -> made.change(change, row.verdict() instanceof Verdict.Inconclusive));
        return made.facts;
    }

    private void add(String name, String value) {
        facts.add(List.of(name, value));
    }

    private void change(Change change, boolean open) {
        change.relative().ifPresent(relative -> add("change", Words.percent(relative) + " (+ is worse)"));
        change.interval()
                .ifPresent(interval -> add(
                        Words.share(interval.confidenceLevel()) + " interval",
                        Words.percent(interval.lower()) + " to " + Words.percent(interval.upper())));
        change.evidence().ifPresent(evidence -> evidence(evidence, open));
    }

    private void evidence(Evidence evidence, boolean open) {
        add(
                "p-value",
                Words.pValue(evidence.pValue()) + " alone, " + Words.pValue(evidence.adjustedPValue())
                        + " for all rows together (Holm)");
        add(
                "noise",
                switch (evidence.source()) {
                    case FORKS -> "the spread of the forks that were compared";
                    case HISTORY -> "what sessions of unchanged code have shown";
                    case ASSUMED -> "assumed from session to session, as there is no history of unchanged code";
                });
        evidence.minimumDetectableEffect()
                .ifPresent(effect -> add("would be found", Words.percent(effect) + " or more, in four of five runs"));
        evidence.excluded().ifPresent(excluded -> add("measured in turn", Words.excluded(excluded)));
        needed(evidence.needed())
                .filter(needed -> open)
                .ifPresent(needed -> add("would settle it", needed + " a side"));
    }

    private static Optional<String> needed(Needed needed) {
        if (needed.sessions().isPresent()) {
            return Optional.of(needed.sessions().getAsInt() + " sessions");
        }
        return needed.forks().isPresent() ? Optional.of(needed.forks().getAsInt() + " forks") : Optional.empty();
    }

    private static String rule(Row row, Options options) {
        if (row.identity().mode().equals("leakcheck")) {
            return "a leak is growth that follows the operations and does not stop; see Leaks";
        }
        if (row.verdict() instanceof Verdict.Invalid) {
            return "a run that breaks an invariant, or crashes, has no number";
        }
        if (row.verdict() instanceof Verdict.Incomparable) {
            return "times of another machine, JVM, collector or flags are not compared";
        }
        if (row.verdict() instanceof Verdict.Added || row.verdict() instanceof Verdict.Removed) {
            return "there is nothing on the other side";
        }
        if (row.metric().kind() == MetricKind.EXACT) {
            return "exact metric, forks compared as they are: surely worse by more than "
                    + options.tolerance().absolute() + " B or "
                    + Words.share(options.tolerance().relative()) + " is a regression, surely within it equivalent";
        }
        double effect = options.rules().minimumEffect(row.identity(), options.minimumEffect());
        double margin = options.rules().margin(row.identity(), options.margin());
        return "time, logarithms of the forks compared: the whole interval above " + Words.percent(effect)
                + " is a regression, below " + Words.percent(-effect) + " an improvement, within "
                + Words.share(margin) + " either way equivalent, and anything else open";
    }
}
