package org.evenkeel.compare.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Moves;
import org.evenkeel.compare.verdict.OneSided;
import org.evenkeel.compare.verdict.OneSidedMetrics;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Suspect;
import org.evenkeel.compare.verdict.TimesClaim;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.PlainText;

/** What a comparison may claim of its times, in words: what it would have found, or what is undecided and would settle it. */
public final class ClaimWords {

    private static final int MOST_SUSPECTS = 3;

    private static final int MOST_NAMED = 5;

    private ClaimWords() {}

    /** A sentence each; none where something is wrong, or no time was compared at all. */
    public static List<String> of(Comparison comparison) {
        TimesClaim claim = comparison.times();
        List<String> sentences = new ArrayList<>(oneSided(comparison));
        if (claim.judged() == 0) {
            return sentences;
        }
        if (comparison.status() == ExitStatus.WRONG) {
            sentences.addAll(together(comparison));
            return sentences;
        }
        sentences.addAll(together(comparison));
        claim.ruledOut()
                .ifPresent(most -> sentences.add(String.format(
                        Locale.ROOT,
                        claim.judged() == 1
                                ? "The time is slower by %2$.1f %% at the most%3$s."
                                : "None of %1$d times is slower by more than %2$.1f %%%3$s.",
                        claim.judged(),
                        100 * Math.max(0, most),
                        unlessIn(claim.ofForks()))));
        if (!claim.undecided().isEmpty()) {
            sentences.add(claim.undecided().size() + " of " + Words.counted(claim.judged(), "time")
                    + " could not be decided: " + settles(comparison, claim) + ".");
        }
        List<Suspect> suspects = claim.suspects();
        suspects.stream()
                .limit(MOST_SUSPECTS)
                .forEach(suspect -> sentences.add("Suspect, measure it again in turn (scripts/ab): "
                        + PlainText.name(suspect.path()) + ", as " + suspect.why() + "."));
        if (suspects.size() > MOST_SUSPECTS) {
            sentences.add("So are " + Words.counted(suspects.size() - MOST_SUSPECTS, "other path") + ".");
        }
        return sentences;
    }

    /**
     * What limits a claim of sides that took turns, to stand at the end of its sentence; empty of other sides.
     *
     * @param ofForks the share of forks from which on it holds
     */
    public static String unlessIn(OptionalDouble ofForks) {
        return ofForks.isPresent()
                ? ", unless it shows in fewer than " + Math.round(Math.ceil(100 * ofForks.getAsDouble()))
                        + " % of forks"
                : "";
    }

    /** What all times did together. */
    static List<String> together(Comparison comparison) {
        Moves moves = comparison.moves();
        if (comparison.options().sessions() == Options.Sessions.TOGETHER) {
            return List.of();
        }
        if (moves.areThrownAbout()) {
            return List.of(
                    "Another machine, or a noisier one than is assumed: times moved in both directions by more than their noise"
                            + " explains, so that nothing can be said of any; measure both sides on one machine, or give --noise-from.");
        }
        boolean moved =
                Math.expm1(Math.abs(moves.common())) > comparison.options().minimumEffect();
        return moves.areTogether() && moved
                ? List.of("All times moved together, by " + Words.percent(Math.expm1(moves.common()))
                        + " in the middle: the day's doing, or that of something they share; both sides measured in turn"
                        + " (scripts/ab) would tell.")
                : List.of();
    }

    /** What is on one side only, whatever else was found. */
    static List<String> oneSided(Comparison comparison) {
        List<String> sentences = new ArrayList<>(comparison.gaps());
        if (comparison.rows().stream().allMatch(row -> row.verdict() instanceof Verdict.Added)) {
            return sentences;
        }
        List<OneSided> all = comparison.oneSided();
        BenchmarkNames names = comparison.names();
        List<OneSided> added = all.stream().filter(one -> !one.isRemoved()).toList();
        List<OneSided> vanished = comparison.vanished();
        if (!vanished.isEmpty()) {
            sentences.add("Gone, and so not compared: " + named(vanished, names)
                    + " (--accept-removed REGEX where that is meant).");
        }
        List<OneSided> accepted = all.stream()
                .filter(one -> one.isRemoved() && !vanished.contains(one))
                .toList();
        if (!accepted.isEmpty()) {
            sentences.add("Gone, as accepted: " + named(accepted, names) + ".");
        }
        vanished.stream()
                .flatMap(one -> one
                        .likely()
                        .map(now -> comparison.sidesTookTurns()
                                ? "Renamed? " + names.label(one.benchmark()) + " may be " + names.label(now) + " now."
                                : one.benchmark().mode().equals(now.mode())
                                        ? "Renamed? --renamed '" + names.label(one.benchmark()) + " -> "
                                                + names.label(now) + "'."
                                        : names.label(one.benchmark()) + " and " + names.label(now)
                                                + " are of two modes, and not compared.")
                        .stream())
                .limit(MOST_NAMED)
                .forEach(sentences::add);
        if (!added.isEmpty()) {
            sentences.add("New, and so compared with nothing: " + named(added, names) + ".");
        }
        Set<OneSidedMetrics> open = Set.copyOf(comparison.vanishedMetrics());
        comparison
                .oneSidedMetrics()
                .forEach(one -> sentences.add(oneSided(one, names)
                        + (open.contains(one) ? " (--accept-removed REGEX where that is meant)." : ".")));
        if (!all.isEmpty() && comparison.rows().stream().allMatch(row -> isOneSided(row.verdict()))) {
            sentences.add("The two sides have nothing in common.");
        }
        return sentences;
    }

    /** Which metrics of which benchmarks only one side has, without a full stop. */
    public static String oneSided(OneSidedMetrics one, BenchmarkNames names) {
        String metrics = one.metrics().stream().map(PlainText::name).collect(Collectors.joining(", "));
        String of = one.isEverywhere() && one.benchmarks().size() > 1
                ? "all " + one.benchmarks().size() + " benchmarks that have it"
                : named(one.benchmarks().stream().map(names::label).toList());
        String which = metrics + " of " + of;
        if (!one.isRemoved()) {
            return "New, and so compared with nothing: " + which;
        }
        boolean byGc = one.metrics().stream().allMatch(metric -> metric.startsWith("gc."));
        return "Not measured now, and so not compared: " + which
                + (one.isEverywhere() ? "; was " + (byGc ? "-prof gc" : "its profiler") + " left out?" : "");
    }

    private static boolean isOneSided(Verdict verdict) {
        return verdict instanceof Verdict.Added || verdict instanceof Verdict.Removed;
    }

    private static String named(List<OneSided> some, BenchmarkNames benchmarkNames) {
        return named(
                some.stream().map(one -> benchmarkNames.label(one.benchmark())).toList());
    }

    private static String named(List<String> some) {
        String names = some.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return some.size() <= MOST_NAMED ? names : names + " and " + (some.size() - MOST_NAMED) + " more";
    }

    /** The number of sessions or forks that would settle most of them, where they are not beyond all bounds. */
    private static String settles(Comparison comparison, TimesClaim claim) {
        Set<Identity> undecided = new HashSet<>(claim.undecided());
        List<Evidence> evidence = comparison.rows().stream()
                .filter(row -> undecided.contains(row.identity()))
                .map(row -> row.verdict())
                .flatMap(verdict -> verdict.change().flatMap(Change::evidence).stream())
                .toList();
        int[] sessions = evidence.stream()
                .flatMapToInt(one -> one.needed().sessions().stream())
                .sorted()
                .toArray();
        int[] forks = evidence.stream()
                .flatMapToInt(one -> one.needed().forks().stream())
                .sorted()
                .toArray();
        String inTurn = "both sides measured in turn (scripts/ab)";
        if (2 * sessions.length > claim.undecided().size()) {
            return "half of these would be with " + middle(sessions) + " sessions a side, more with " + inTurn;
        }
        return 2 * forks.length > claim.undecided().size()
                ? "half of these would be with " + middle(forks) + " forks a side"
                : inTurn + " or for longer would decide more";
    }

    private static int middle(int[] sorted) {
        return IntStream.of(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
