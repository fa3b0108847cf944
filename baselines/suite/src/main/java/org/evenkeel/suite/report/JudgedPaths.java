package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.report.RowName;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.PlainText;

/** What a check says of each path: how it was judged, and what it would have found. */
final class JudgedPaths {

    private static final int MOST_NAMES = 3;

    private final BaselineUsed.InTurn inTurn;
    private final Comparison comparison;
    private final BenchmarkNames names;

    JudgedPaths(BaselineUsed.InTurn inTurn, Comparison comparison) {
        this.inTurn = inTurn;
        this.comparison = comparison;
        this.names = comparison.names();
    }

    /** A line for each path. */
    List<String> lines() {
        return inTurn.paths().stream().map(this::line).map(PlainText::line).toList();
    }

    private String line(PathJudged judged) {
        if (judged instanceof PathJudged.SameCode same) {
            return same.path() + ": same code. " + proof(same);
        }
        if (judged instanceof PathJudged.InTurn measured) {
            return measured.path() + ": measured in turn, because " + names(measured.changed()) + ". "
                    + said(measured.path());
        }
        if (judged instanceof PathJudged.Added added) {
            return added.path() + ": new, and so compared with nothing.";
        }
        if (judged instanceof PathJudged.Gone gone) {
            return gone.path() + ": gone, " + (gone.isAccepted() ? "as accepted." : "only the base has it.");
        }
        PathJudged.NotInTurn missing = (PathJudged.NotInTurn) judged;
        return missing.path() + ": times were not judged: " + missing.why() + ".";
    }

    private static String proof(PathJudged.SameCode same) {
        if (same.parts() == 0) {
            return "Both sides are the same jars.";
        }
        String reached = String.format(Locale.ROOT, "%,d classes and resources that it can reach", same.parts());
        return same.renamed().isEmpty()
                ? "None of the " + reached + " differs."
                : "Of the " + reached + ", " + names(same.renamed())
                        + " only in names of private members and parameters and in the order of methods.";
    }

    /** What differs, in a few names. */
    private static String names(List<String> changed) {
        String shown = changed.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = changed.size() - MOST_NAMES;
        return shown + (more > 0 ? " and " + more + " more" : "") + (changed.size() == 1 ? " differs" : " differ");
    }

    private String said(String path) {
        List<Row> slower = comparison.rows().stream()
                .filter(row -> row.fails() && path.equals(row.identity().path()))
                .toList();
        if (!slower.isEmpty()) {
            return "It got worse.";
        }
        OptionalDouble excluded = PathJudged.excluded(path, comparison.rows());
        return excluded.isPresent()
                ? "A slowdown of " + atLeast(excluded.getAsDouble()) + " or more would have been found in "
                        + forms(path) + ClaimWords.unlessIn(PathJudged.excludedShare(path, comparison.rows())) + "."
                : "Too little was measured to find any slowdown.";
    }

    private boolean gotWorse(String path) {
        return comparison.rows().stream()
                .anyMatch(row -> row.fails() && path.equals(row.identity().path()));
    }

    private String forms(String path) {
        List<String> forms = comparison.rows().stream()
                .filter(row -> PathJudged.isScoreOf(path, row))
                .map(row -> row.identity().benchmark())
                .map(benchmark -> benchmark.substring(benchmark.lastIndexOf('.') + 1))
                .distinct()
                .toList();
        return forms.size() == Form.values().length ? "all four forms" : String.join(", ", forms);
    }

    /** The smallest whole percentage that is not below a share. */
    static String atLeast(double share) {
        return (int) Math.max(1, Math.ceil(100 * share)) + " %";
    }

    /** The claim behind a status of 0, in one sentence. */
    String claim() {
        double most = inTurn.paths().stream()
                .filter(PathJudged.InTurn.class::isInstance)
                .map(path -> PathJudged.excluded(path.path(), comparison.rows()))
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        OptionalDouble ofForks = inTurn.paths().stream()
                .filter(PathJudged.InTurn.class::isInstance)
                .map(path -> PathJudged.excludedShare(path.path(), comparison.rows()))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        long same = inTurn.paths().stream()
                .filter(PathJudged.SameCode.class::isInstance)
                .count();
        if (same == inTurn.paths().size()) {
            return same == 1
                    ? "The " + noun() + " runs the same code as the baseline."
                    : "All " + same + " " + noun() + "s run the same code as the baseline.";
        }
        long measured = inTurn.paths().stream()
                .filter(PathJudged.InTurn.class::isInstance)
                .count();
        List<String> sentences = new ArrayList<>();
        if (measured > 0) {
            sentences.add("A slowdown of " + atLeast(most) + " or more would have been found"
                    + ClaimWords.unlessIn(ofForks) + ".");
        }
        if (same > 0) {
            String other = measured > 0 ? " other " : " ";
            sentences.add((same == 1 ? "One" + other + noun() + " runs" : same + other + noun() + "s run")
                    + " the same code.");
        }
        return String.join(" ", sentences);
    }

    /** The names of benchmarks are dotted; those of hot paths are words. */
    private String noun() {
        return inTurn.paths().stream()
                        .allMatch(judged ->
                                judged.path().replaceFirst("[?{].*", "").contains("."))
                ? "benchmark"
                : "path";
    }

    private static String option(Identity identity) {
        return identity.hotPath().isPresent()
                ? "--path '" + identity.path() + "'"
                : "--benchmark '^" + identity.benchmark() + "$'";
    }

    /** What the times say of the exit status. */
    ExitStatus status() {
        if (comparison.rows().stream().anyMatch(Row::fails)
                || comparison.objectives().stream().anyMatch(objective -> !objective.met())) {
            return ExitStatus.WRONG;
        }
        return inTurn.paths().stream().anyMatch(this::isOpen)
                        || comparison.rows().stream().anyMatch(this::isOpenExact)
                ? ExitStatus.UNDECIDED
                : ExitStatus.OK;
    }

    /** Whether a path was neither proven the same nor measured well enough. */
    private boolean isOpen(PathJudged judged) {
        if (judged instanceof PathJudged.InTurn measured) {
            OptionalDouble excluded = PathJudged.excluded(measured.path(), comparison.rows());
            return !(excluded.isPresent() && excluded.getAsDouble() <= PathJudged.MOST_EXCLUDED);
        }
        return judged instanceof PathJudged.NotInTurn || (judged instanceof PathJudged.Gone gone && !gone.isAccepted());
    }

    private boolean isOpenExact(Row row) {
        // What a leak check leaves open, the check itself says.
        return row.gated()
                && row.metric().kind() == MetricKind.EXACT
                && !row.identity().metric().equals(Metric.LEAK_RATE)
                && row.verdict() instanceof Verdict.Inconclusive
                && !isSeen(row)
                && !gotWorse(row.identity().path());
    }

    /** What is open, a line each, with what settles it. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        for (PathJudged judged : inTurn.paths()) {
            if (judged instanceof PathJudged.NotInTurn missing) {
                open.add(missing.path() + ": times were not judged: " + missing.why());
            } else if (judged instanceof PathJudged.Gone gone) {
                if (!gone.isAccepted()) {
                    open.add(gone.path() + ": only the base has it, so it is not compared; was it renamed?"
                            + " --accept-removed REGEX says that it may go");
                }
            } else if (isOpen(judged) && !gotWorse(judged.path())) {
                comparison.rows().stream()
                        .filter(row -> PathJudged.isScoreOf(judged.path(), row) && !isSeen(row))
                        .forEach(row -> open.add(RowName.of(row.identity(), names)
                                        .subject() + ": a slowdown of 25 % could not be excluded ("
                                + Words.why(row) + ")" + settledBy(row)));
            }
        }
        comparison.rows().stream()
                .filter(this::isOpenExact)
                .forEach(row -> open.add(RowName.of(row.identity(), names).subject() + ", "
                        + row.metric().name() + ": " + Words.why(row)));
        return open.stream().map(PlainText::line).toList();
    }

    /** More time is advised where it helps; any other reason names what does. */
    private static String settledBy(Row row) {
        return Words.why(row).contains("--budget")
                ? "; settle it with scripts/check " + option(row.identity()) + " --budget 15m"
                : "";
    }

    /** Whether more time would settle something that is open. */
    boolean wantTime() {
        return open().stream().anyMatch(line -> line.contains("--budget"));
    }

    private static boolean isSeen(Row row) {
        OptionalDouble excluded = PathJudged.excluded(row);
        return excluded.isPresent() && excluded.getAsDouble() <= PathJudged.MOST_EXCLUDED;
    }
}
