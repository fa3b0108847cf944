package org.evenkeel.baselines.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.verdict.Change;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Evidence;
import org.evenkeel.baselines.verdict.Suspect;
import org.evenkeel.baselines.verdict.TimesClaim;
import org.evenkeel.leakcheck.command.ExitStatus;

/** What a comparison may claim of its times, in words: what it would have found, or what is undecided and would settle it. */
public final class ClaimWords {

    private static final int MOST_SUSPECTS = 3;

    private ClaimWords() {}

    /** A sentence each; none where something is wrong, or no time was compared at all. */
    public static List<String> of(Comparison comparison) {
        TimesClaim claim = comparison.times();
        List<String> sentences = new ArrayList<>();
        if (claim.judged() == 0 || comparison.status() == ExitStatus.WRONG) {
            return sentences;
        }
        claim.ruledOut()
                .ifPresent(most -> sentences.add(String.format(
                        Locale.ROOT,
                        claim.judged() == 1
                                ? "The time is slower by %2$.1f %% at the most."
                                : "None of %1$d times is slower by more than %2$.1f %%.",
                        claim.judged(),
                        100 * Math.max(0, most))));
        if (!claim.undecided().isEmpty()) {
            sentences.add(claim.undecided().size() + " of " + Words.counted(claim.judged(), "time")
                    + " could not be decided: " + settles(comparison, claim) + ".");
        }
        List<Suspect> suspects = claim.suspects();
        suspects.stream()
                .limit(MOST_SUSPECTS)
                .forEach(suspect -> sentences.add("Suspect, measure it again in turn (scripts/ab): " + suspect.path()
                        + ", as " + suspect.why() + "."));
        if (suspects.size() > MOST_SUSPECTS) {
            sentences.add("So are " + Words.counted(suspects.size() - MOST_SUSPECTS, "other path") + ".");
        }
        return sentences;
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
